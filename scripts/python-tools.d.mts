export function runProgram(
  command: string,
  args: readonly string[],
  options?: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string },
): Promise<{ code: number; said: string }>
export function ensurePythonTools(): Promise<string>
