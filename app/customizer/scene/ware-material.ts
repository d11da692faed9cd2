import { Color, MeshPhysicalMaterial } from 'three'
import { bare } from './ware-colours.ts'

const fragmentHead = /* glsl */ `
uniform vec3 uFleck;
uniform float uFlecks;
uniform vec3 uSky;
uniform float uBare;
varying vec3 vMm;

float wareHash(vec3 p) {
  vec3 q = fract(p * 0.1031);
  q += dot(q, q.yzx + 33.33);
  return fract((q.x + q.y) * q.z);
}

/** Iron flecks of the clay that burn through the glaze: a dot in some cells of 2.4 mm. */
float fleck() {
  vec3 p = vMm / 2.4;
  vec3 cell = floor(p);
  vec3 centre = vec3(wareHash(cell), wareHash(cell + 17.0), wareHash(cell + 41.0)) * 0.6 + 0.2;
  float size = wareHash(cell + 7.0);
  float radius = size > 0.72 ? 0.05 + 0.12 * (size - 0.72) / 0.28 : 0.0;
  return radius > 0.0 ? 1.0 - smoothstep(radius * 0.6, radius, distance(fract(p), centre)) : 0.0;
}

/** A tall window of two panes, in front on the left: what one sees of a room in a glazed pot. */
float window(vec3 towards) {
  float around = atan(towards.x, towards.z) + 0.62;
  float high = towards.y;
  float width = smoothstep(0.24, 0.12, abs(around)) * smoothstep(0.006, 0.03, abs(around));
  return width * smoothstep(-0.5, -0.26, high) * smoothstep(0.55, 0.3, high);
}
`

/**
 * Glazed stoneware: its colours come with the corners, inside, outside and where the glaze runs thin. The shine is a clear coat, a window, and a pale sky
 * above it that is mirrored more the flatter one looks (Schlick, 1994), since the scene has no surroundings of its own.
 */
export function wareMaterial(gloss: number, fleck: string, isFlecked: boolean): MeshPhysicalMaterial {
  const material = new MeshPhysicalMaterial({
    vertexColors: true,
    roughness: 0.75 - 0.4 * gloss,
    clearcoat: gloss,
    clearcoatRoughness: 0.14,
    metalness: 0,
  })
  const uniforms = {
    uFleck: { value: new Color(fleck) },
    uFlecks: { value: isFlecked ? 1 : 0 },
    uBare: { value: bare },
    uSky: { value: new Color('#fffaf0').multiplyScalar(gloss) },
  }
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms)
    shader.vertexShader = `varying vec3 vMm;\n${shader.vertexShader}`.replace(
      '#include <begin_vertex>',
      '#include <begin_vertex>\nvMm = position;',
    )
    shader.fragmentShader = `${fragmentHead}${shader.fragmentShader}`
      .replace(
        '#include <color_fragment>',
        '#include <color_fragment>\ndiffuseColor.rgb = mix(diffuseColor.rgb, uFleck, 0.8 * uFlecks * fleck());',
      )
      .replace(
        '#include <opaque_fragment>',
        /* glsl */ `
vec3 seen = normalize(vViewPosition);
vec3 mirrored = reflect(-seen, normal);
vec3 towards = (vec4(mirrored, 0.0) * viewMatrix).xyz;
float up = smoothstep(-0.15, 0.95, towards.y);
float flat5 = pow(1.0 - clamp(dot(seen, normal), 0.0, 1.0), 4.0);
outgoingLight += uSky * (up * (0.03 + 0.42 * flat5) + 0.22 * window(towards)) * smoothstep(uBare - 0.2, uBare + 0.2, vMm.y);
#include <opaque_fragment>`,
      )
  }
  material.customProgramCacheKey = () => 'ware'
  return material
}
