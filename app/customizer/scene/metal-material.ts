import { Color, MeshBasicMaterial } from 'three'
import type { Surface } from '../surfaces.ts'

const fragmentHead = /* glsl */ `
uniform vec3 uDark;
uniform float uBrushed;
uniform float uGem;
varying vec3 vMm;
varying vec3 vLook;
varying vec3 vFace;

float lineHash(float p) {
  float q = fract(p * 0.1031);
  q *= q + 33.33;
  return fract(q * (q + q));
}

/** Fine scratches that run round the finger: noise along it, in two widths of line, each let go where it is finer than the screen. */
float scratches(float along) {
  float a = along * 6.0;
  float b = along * 17.0;
  float coarse = mix(lineHash(floor(a)), lineHash(floor(a) + 1.0), fract(a));
  float fine = mix(lineHash(floor(b)), lineHash(floor(b) + 1.0), fract(b));
  float far = 1.0 - smoothstep(0.15, 0.6, fwidth(a));
  float near = 1.0 - smoothstep(0.15, 0.6, fwidth(b));
  return (coarse - 0.5) * 0.45 * far + (fine - 0.5) * 0.55 * near;
}

/** A jeweller's light tent: a broad lamp above, a narrower one on the left, a dark bench with a pale cloth, darkness behind the eye. 0 to 1. */
float tent(vec3 towards) {
  float up = towards.y;
  float lamp = smoothstep(0.32, 0.6, up);
  float side = smoothstep(0.55, 0.85, dot(towards, normalize(vec3(-0.85, 0.25, 0.45))));
  float right = 0.55 * smoothstep(0.75, 0.95, dot(towards, normalize(vec3(0.8, 0.1, 0.55))));
  float cloth = 0.5 * smoothstep(-0.1, -0.75, up);
  float edge = 0.1 + 0.26 * smoothstep(-0.45, 0.3, up);
  return clamp(max(max(lamp, side), max(right, cloth)) + edge * 0.7, 0.0, 1.0);
}

float mirrored(vec3 face, vec3 look, float blur) {
  vec3 at = reflect(look, face);
  if (blur == 0.0) return tent(at);
  vec3 aside = normalize(cross(at, vec3(0.3, 0.9, 0.2))) * blur;
  vec3 over = normalize(cross(at, aside)) * blur;
  return 0.2 * (tent(at) + tent(normalize(at + aside)) + tent(normalize(at - aside)) + tent(normalize(at + over)) + tent(normalize(at - over)));
}
`

/**
 * Metal and stones: all they show is what they mirror, so they are lit by a tent of their own and by none of the room's lamps.
 * Brushed metal mirrors blurred and along fine scratches; a stone breaks the light into facets.
 */
export function metalMaterial({
  surface,
  brushed,
  gem,
}: {
  surface: Surface
  brushed: boolean
  gem: boolean
}): MeshBasicMaterial {
  const material = new MeshBasicMaterial({ color: surface.paint })
  const uniforms = {
    uDark: { value: new Color(surface.dark) },
    uBrushed: { value: brushed ? 1 : 1 - surface.gloss },
    uGem: { value: gem ? 1 : 0 },
  }
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms)
    shader.vertexShader = `varying vec3 vMm;\nvarying vec3 vLook;\nvarying vec3 vFace;\n${shader.vertexShader}`.replace(
      '#include <begin_vertex>',
      /* glsl */ `
#include <begin_vertex>
vMm = position;
vFace = mat3(modelMatrix) * normal;
vLook = (modelMatrix * vec4(position, 1.0)).xyz - cameraPosition;`,
    )
    shader.fragmentShader = `${fragmentHead}${shader.fragmentShader}`.replace(
      '#include <opaque_fragment>',
      /* glsl */ `
vec3 face = normalize(vFace);
vec3 look = normalize(vLook);
if (uBrushed == 1.0) face = normalize(face + vec3(0.0, 0.0, 0.3 * scratches(vMm.z)));
if (uGem == 1.0) face = normalize(face + 0.5 * sign(sin(vMm * 9.0)));
float light = mirrored(face, look, 0.45 * uBrushed);
float rim = pow(1.0 - clamp(-dot(face, look), 0.0, 1.0), 5.0);
outgoingLight = mix(mix(uDark, diffuse, light), vec3(light), 0.35 * rim);
#include <opaque_fragment>`,
    )
  }
  material.customProgramCacheKey = () => 'metal'
  return material
}
