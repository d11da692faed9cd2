/** `x` runs right from the left side, `y` up from the floor, `z` from the back to the front. Millimetres unless a name says otherwise. */
export type Vector = { readonly x: number; readonly y: number; readonly z: number }
export type Axis = 'x' | 'y' | 'z'
