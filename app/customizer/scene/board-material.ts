import { Color, MeshStandardMaterial, type Vector3 } from 'three'
import type { Surface } from '../surfaces.ts'

const vertexHead = /* glsl */ `
attribute vec3 aSize;
attribute vec3 aKind;
attribute vec2 aWork;
varying vec3 vMm;
varying vec3 vHome;
flat varying vec3 vFace;
flat varying vec3 vSize;
flat varying vec3 vKind;
flat varying float vWork;
`

/** A slanted rear edge leans from the foot to the top. */
const vertexBody = /* glsl */ `
if (position.z < 0.0) transformed.z += aWork.x / aSize.z * (0.5 - position.y);
vMm = position * aSize;
vHome = (instanceMatrix * vec4(position, 1.0)).xyz;
vFace = abs(normal);
vSize = aSize;
vKind = aKind;
vWork = aWork.y;
`

/** Noise by lattice values (value noise on Dave Hoskins' hash without sine, 2014), grain as noise stretched along the board, plies as stripes across its thickness. */
const fragmentHead = /* glsl */ `
uniform vec3 uDark;
uniform vec3 uEnvelope;
uniform float uGrain;
uniform float uLayered;
varying vec3 vMm;
varying vec3 vHome;
flat varying vec3 vFace;
flat varying vec3 vSize;
flat varying vec3 vKind;
flat varying float vWork;

float hash(vec2 p) {
  vec3 q = fract(vec3(p.xyx) * 0.1031);
  q += dot(q, q.yzx + 33.33);
  return fract((q.x + q.y) * q.z);
}

float noise(vec2 p) {
  vec2 cell = floor(p);
  vec2 part = fract(p);
  vec2 soft = part * part * (3.0 - 2.0 * part);
  return mix(
    mix(hash(cell), hash(cell + vec2(1.0, 0.0)), soft.x),
    mix(hash(cell + vec2(0.0, 1.0)), hash(cell + vec2(1.0, 1.0)), soft.x),
    soft.y
  );
}

vec3 axisOf(float index) {
  return vec3(equal(vec3(index), vec3(0.0, 1.0, 2.0)));
}

vec3 boardPaint(vec3 paint) {
  vec3 thin = axisOf(vKind.y);
  float isEdge = 1.0 - dot(vFace, thin);

  if (uGrain > 0.0) {
    vec3 along = axisOf(vKind.x);
    vec3 across = abs(cross(vFace, along));
    float u = dot(vMm, along);
    float v = dot(vMm, across) + vKind.z * 311.0;
    float wander = noise(vec2(v * 0.011, u * 0.0016)) * 7.0 + noise(vec2(v * 0.05, u * 0.004));
    bool isOak = uGrain > 1.5;
    float rings = 0.5 + 0.5 * sin(v * (isOak ? 0.3 : 0.1) + wander * (isOak ? 6.5 : 3.1));
    float fine = noise(vec2(v * 0.55, u * 0.012));
    float seen = 1.0 - smoothstep(0.4, 2.0, fwidth(v) * 0.55);
    float pores = isOak ? smoothstep(0.62, 0.9, noise(vec2(v * 0.9, u * 0.018 + 40.0))) * seen : 0.0;
    // Late wood is a narrow line in oak; from afar the lines run together into one tone.
    float apart = isOak ? 1.0 - smoothstep(0.8, 2.6, fwidth(v * 0.3 + wander * 6.5)) : 1.0;
    float late = isOak ? mix(0.3, rings * rings * rings, apart) : rings * rings;
    float figure = (isOak ? 0.36 : 0.2) * late + 0.16 * (fine - 0.35) * seen + 0.34 * pores;
    paint = mix(paint, uDark, clamp(figure, 0.0, 0.85));
    paint *= 0.96 + 0.08 * noise(vec2(vKind.z * 7.0, vKind.z * 3.0));
  } else {
    paint *= 0.985 + 0.03 * noise(vMm.xy * 0.9 + vMm.z);
  }

  if (uLayered > 0.5 && isEdge > 0.5) {
    float across = dot(vMm, thin) / dot(vSize, thin) + 0.5;
    float layers = across * 7.0;
    float width = fwidth(across) * 7.0;
    float stripe = abs(fract(layers * 0.5) - 0.5) * 4.0 - 1.0;
    float dark = smoothstep(-width, width, stripe) * (1.0 - smoothstep(0.8, 2.2, width)) + 0.45 * smoothstep(0.8, 2.2, width);
    paint = mix(paint * 1.04, mix(paint, uDark, 0.95) * 0.82, dark);
  }
  return paint;
}

/** A fine dark line along the arrises, one and a half pixels wide. */
float arris() {
  vec3 inset = vSize * 0.5 - abs(vMm) + vFace * 1e4;
  vec3 width = max(fwidth(vMm), vec3(0.05));
  vec3 near = 1.0 - smoothstep(vec3(0.0), width * 1.5, inset);
  return max(near.x, max(near.y, near.z));
}

/** Light on worked edges towards the room: a rounded one shades off, a bevel is a face of its own. */
float worked() {
  if (vWork == 0.0 || vFace.z < 0.5) return 0.0;
  vec3 inset = vSize * 0.5 - abs(vMm);
  float from = min(inset.x, inset.y);
  float width = abs(vWork);
  float seen = max(width, fwidth(from) * 1.5);
  return vWork > 0.0 ? 0.22 * (1.0 - smoothstep(0.0, seen * 1.4, from)) : 0.3 * (1.0 - step(seen, from));
}

/** Less light the deeper inside: from the open front to the back, but not on what faces outwards. */
float inside() {
  vec3 half3 = vec3(uEnvelope.x * 0.5, uEnvelope.y, uEnvelope.z);
  float outer = max(
    step(half3.x - abs(vHome.x), 0.5) * vFace.x,
    max(step(half3.y - vHome.y, 0.5) * vFace.y, step(half3.z - vHome.z, 3.0) * vFace.z)
  );
  float depth = smoothstep(0.0, 1.0, vHome.z / half3.z);
  return mix(mix(0.78, 1.0, depth), 1.0, outer);
}
`

/** What a board's surface is drawn with: one program for all, its colours by surface. `envelope` in mm, changed in place. */
export function boardMaterial(surface: Surface, layered: boolean, envelope: Vector3): MeshStandardMaterial {
  const material = new MeshStandardMaterial({
    color: surface.paint,
    roughness: 0.85 - surface.gloss * 0.65,
    metalness: 0,
  })
  const uniforms = {
    uDark: { value: new Color(surface.dark) },
    uEnvelope: { value: envelope },
    uGrain: { value: surface.grain === 'none' ? 0 : surface.grain === 'birch' ? 1 : 2 },
    uLayered: { value: layered ? 1 : 0 },
  }
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms)
    shader.vertexShader = `${vertexHead}${shader.vertexShader}`.replace(
      '#include <begin_vertex>',
      `#include <begin_vertex>\n${vertexBody}`,
    )
    shader.fragmentShader = `${fragmentHead}${shader.fragmentShader}`.replace(
      '#include <color_fragment>',
      '#include <color_fragment>\ndiffuseColor.rgb = boardPaint(diffuseColor.rgb) * inside() * (1.0 - 0.42 * arris()) * (1.0 + worked());',
    )
  }
  material.customProgramCacheKey = () => 'board'
  return material
}
