/** Why a drawing is refused; its message is a clause: `it has the element <script>, …`. */
export class Objection extends Error {}
