// Shapes of "who is who", for the server and the screens.
export * from './people/contract.ts'
