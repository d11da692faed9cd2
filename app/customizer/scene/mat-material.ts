import { ShadowMaterial, type Vector3 } from 'three'
import type { Paint, ThemeColours } from './theme-colours.ts'

const vertexHead = 'varying vec3 vPlace;\n'
const fragmentHead = /* glsl */ `
varying vec3 vPlace;
uniform vec4 uGround;
uniform vec4 uGrid;
uniform vec4 uStrong;
uniform vec3 uEnvelope;
uniform float uFade;

float lines(vec2 p, float step) {
  vec2 width = fwidth(p) / step;
  vec2 near = abs(fract(p / step - 0.5) - 0.5);
  vec2 line = (1.0 - smoothstep(vec2(0.0), width * 1.1, near)) * (1.0 - smoothstep(0.15, 0.5, width));
  return max(line.x, line.y);
}

/** Distance outside a rectangle. */
float outside(vec2 p, vec2 middle, vec2 halfSize) {
  return length(max(abs(p - middle) - halfSize, 0.0));
}

vec3 matColour(float shadow) {
  bool onWall = vPlace.z < 0.5;
  vec2 p = onWall ? vPlace.xy : vPlace.xz;
  vec2 onGrid = vec2(p.x + uEnvelope.x * 0.5, p.y);
  float far = smoothstep(uFade * 0.45, uFade, length(vec3(vPlace.x, vPlace.y - uEnvelope.y * 0.5, vPlace.z)));
  vec3 colour = uGround.rgb;
  colour = mix(colour, uGrid.rgb, 0.8 * uGrid.a * lines(onGrid, 100.0) * (1.0 - far));
  colour = mix(colour, uStrong.rgb, 0.75 * uStrong.a * lines(onGrid, 500.0) * (1.0 - far));
  float reach = onWall
    ? outside(p, vec2(0.0, uEnvelope.y * 0.5), vec2(uEnvelope.x, uEnvelope.y) * 0.5)
    : outside(p, vec2(0.0, uEnvelope.z * 0.5), vec2(uEnvelope.x, uEnvelope.z) * 0.5);
  float touch = onWall ? 0.14 * exp(-reach / 70.0) : 0.26 * exp(-reach / 55.0) + 0.1 * exp(-reach / 260.0);
  return colour * (1.0 - touch) * (1.0 - 0.2 * shadow);
}
`

/** The mat on wall and floor: squares of 100 mm, strong each 500, the product's soft shadow, fading into the page. */
export function matMaterial(colours: ThemeColours, envelope: Vector3, fade: { value: number }): ShadowMaterial {
  const material = new ShadowMaterial()
  material.transparent = false
  const uniforms = {
    uGround: { value: rgba(colours.ground) },
    uGrid: { value: rgba(colours.grid) },
    uStrong: { value: rgba(colours.gridStrong) },
    uEnvelope: { value: envelope },
    uFade: fade,
  }
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms)
    shader.vertexShader = `${vertexHead}${shader.vertexShader}`.replace(
      '#include <begin_vertex>',
      '#include <begin_vertex>\nvPlace = position;',
    )
    // Colours of the page are mixed as the page mixes them, in sRGB, and leave as they are.
    shader.fragmentShader = `${fragmentHead}${shader.fragmentShader}`
      .replace(/gl_FragColor = vec4\( color[^;]*;/, 'gl_FragColor = vec4(matColour(1.0 - getShadowMask()), 1.0);')
      .replace('#include <colorspace_fragment>', '')
      .replace('#include <tonemapping_fragment>', '')
  }
  return material
}

function rgba(paint: Paint): Float32Array {
  return new Float32Array(paint)
}
