// Shapes of "who is who", for the server and the screens.
export * from './people/contract.ts'
export * from './structure/contract.ts'
export * from './staffing/contract.ts'
export { isPostCode, postCodes, postTitles, type PostCode } from './posts.ts'
