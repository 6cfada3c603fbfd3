/** Px left of the axis, for the names of lanes. */
export const laneNames = 196
