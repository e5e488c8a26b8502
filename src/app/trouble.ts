// A fault of the surroundings, not of the program: shown as its sentence, which says what to mend, without a stack.
export class Trouble extends Error {}
