import type { Clay } from '#models/mug/v1/glazes.ts'

/**
 * Shrinkages of a belt's stoneware bodies, wet to fired, linear thousandths, for one of its potteries: each finds its own, 10–13 % are usual
 * (practitioners). Slip shrinks half a per cent more than the clay that is thrown.
 */
export function bodiesOf(belt: Readonly<Record<Clay, number>>): (pottery: number) => Readonly<Record<string, number>> {
  return (pottery) =>
    Object.fromEntries(
      Object.entries(belt).flatMap(([clay, permille]) => [
        [`clay-${clay}`, permille + pottery],
        [`slip-${clay}`, permille + pottery + 5],
      ]),
    )
}
