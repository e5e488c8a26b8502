// Before anything else: the content security policy forbids code made of strings, so zod must not try it.
import { z } from 'zod'

z.config({ jitless: true })
