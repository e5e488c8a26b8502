// Bytes as text and back, alike in the browser and on the server.

export const toBase64 = (bytes: Uint8Array): string => {
  let letters = ''
  // A whole document as arguments of one call would be too many.
  for (let at = 0; at < bytes.length; at += 0x8000) letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(letters)
}

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
