/** A release with people known, found by rules and found by nobody, and the gazetteer beside it. */
export const release = `Envoys Meet in Vladivostok

Vladivostok, May 3 (TASS) -- Foreign Minister Sergey Lavrov met Zed Quillmark, and later Ms. Lena Orlova.
Sergey Lavrov thanked the Harrow Circle. Ms. Lena Orlova spoke of Russia. Lavrov left. -0-
`;

export const gazetteer = `# Who is who
version: 1
entities:
  - id: harrow-society   # invented
    type: organization
    name: Harrow Society
`;
