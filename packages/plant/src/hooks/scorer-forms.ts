/** How a scorer is to ask; `auto`: by `completions` where the server can. */
export const scorerForms = ['auto', 'completions', 'chat'] as const;
