export function ensureProgram(program: string, pack?: string): Promise<void>
