package narrative

const phrasesAR = `
`
