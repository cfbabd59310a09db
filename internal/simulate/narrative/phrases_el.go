package narrative

const phrasesEL = `
`
