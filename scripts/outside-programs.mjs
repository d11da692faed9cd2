// Programs that check our files and were written by nobody here: found on the PATH, or installed from Debian's packages.
import { spawnSync } from 'node:child_process'
import { userInfo } from 'node:os'
import { runProgram } from './python-tools.mjs'
import { Trouble } from './trouble.mjs'

const isThere = (program) => spawnSync(program, ['--version']).error === undefined

/** Makes sure that a program can be run; `pack` is the Debian package it comes in. */
export async function ensureProgram(program, pack = program) {
  if (isThere(program)) return
  const isRoot = userInfo().uid === 0
  const [command, before] = isRoot ? ['apt-get', []] : ['sudo', ['-n', 'apt-get']]
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await runProgram(command, [...before, 'update'], { env })
  const { said } = await runProgram(command, [...before, 'install', '-y', '--no-install-recommends', pack], { env })
  if (isThere(program)) return
  throw new Trouble(
    `${program} checks our files and could not be installed: ${said.trim().split('\n').at(-1)}`,
    `Install it (${pack} in Debian), then run the tests again.`,
  )
}
