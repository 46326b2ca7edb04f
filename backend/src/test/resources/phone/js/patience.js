const TRIES = 20
const PAUSE = 1000

/** Asks until it is answered, where waiting helps: a service that has just started may need a moment. */
export async function patiently(ask, tries = TRIES) {
  try {
    return await ask()
  } catch (error) {
    if (tries === 0 || !['TRY_AGAIN', 'WAIT'].includes(error.advice)) {
      throw error
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
    return patiently(ask, tries - 1)
  }
}
