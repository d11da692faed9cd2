import { describe, expect, it } from 'vitest'
import { antiDumpingPermille, dutyPermille } from './duty.ts'

describe('customs duty', () => {
  it('is asked at borders alone', () => {
    expect(dutyPermille('9403', 'IT', 'DE')).toBeUndefined()
    expect(dutyPermille('6912', 'GB', 'GB')).toBeUndefined()
    expect(dutyPermille('9403', 'CN', 'DE')).toBe(0)
    expect(dutyPermille('9403', 'IT', 'CH')).toBe(0)
  })

  it('depends on heading and origin', () => {
    expect(dutyPermille('6912', 'CN', 'DE')).toBe(55)
    expect(dutyPermille('6912', 'CN', 'NO')).toBe(0)
    expect(dutyPermille('6912', 'PT', 'GB')).toBe(0)
    expect(dutyPermille('6912', 'GB', 'DE')).toBe(0)
  })

  it('comes with an anti-dumping duty on tableware from China', () => {
    expect(antiDumpingPermille('6912', 'CN', 'DE')).toBe(790)
    expect(antiDumpingPermille('6912', 'CN', 'GB')).toBe(361)
    expect(antiDumpingPermille('6912', 'CN', 'CH')).toBeUndefined()
    expect(antiDumpingPermille('6912', 'PT', 'DE')).toBeUndefined()
    expect(antiDumpingPermille('9403', 'CN', 'DE')).toBeUndefined()
  })
})
