/* Numbers that rules compare with. 惯例 unless a source is named; a unit that thinks otherwise switches the rule off. */

/** 满意度 is expected to be at least so, in percent; below `LOW_SATISFACTION` it is sent back. */
export const USUAL_SATISFACTION = 90;
export const LOW_SATISFACTION = 80;

/** A range whose upper end is so many times the lower promises nothing. */
export const WIDE_RANGE = 5;

/** So many indicators with one and the same value are a template nobody filled in. */
export const TEMPLATE_INDICATORS = 5;

/** A product counts as the total where it misses it by no more than this share: prices are rounded. */
export const ARITHMETIC_TOLERANCE = 0.005;

/** From so many projects on, what all of them have in common is told once. */
export const COMMON_PROJECTS = 3;
