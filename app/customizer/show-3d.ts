/** Whether this browser can show 3D: asked once, without loading any of it. Readers who save data keep the drawing. */
export function canShow3d(): boolean {
  if (matchMedia('(prefers-reduced-data: reduce)').matches) return false
  try {
    const context = document.createElement('canvas').getContext('webgl2')
    context?.getExtension('WEBGL_lose_context')?.loseContext()
    return context !== null
  } catch {
    return false
  }
}
