// Shapes of the law's data, the journal, the outbox and the state of the house, for the server and the screens.
export * from './law/contract.ts'
export * from './journal/contract.ts'
export * from './state/contract.ts'
