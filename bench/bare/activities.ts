/** Activities that do nothing: what is left is the way to them and back. */
export const bareActivities = {
  one: async () => 1,
  two: async () => 2,
  three: async () => 3,
}
export type BareActivities = typeof bareActivities
