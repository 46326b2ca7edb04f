/** The communities and grids that this person looks after, by the public contract. */

export async function communitiesOf(api) {
  const { posts } = await api.call('getMe')
  const all = await below(api, null)
  const communities = (await Promise.all(all.map(({ id }) => below(api, id)))).flat()
  const mine = posts.map(({ placeId }) => placeId).filter(Boolean)
  return communities.filter(({ id, parent }) => mine.length === 0 || mine.some((place) => place === id || place === parent || place.startsWith(id)))
}

export async function gridsOf(api) {
  const { posts } = await api.call('getMe')
  const mine = posts.map(({ placeId }) => placeId).filter(Boolean)
  const grids = (await Promise.all((await communitiesOf(api)).map(({ id }) => below(api, id)))).flat()
  const own = grids.filter(({ id }) => mine.includes(id))
  return own.length > 0 ? own : grids
}

export async function buildingsOf(api) {
  return (await Promise.all((await gridsOf(api)).map(({ id }) => below(api, id)))).flat()
}

let known = null

/** What tags and needs of homes are called; asked once. */
export function householdWords(api) {
  known ??= api.call('getHouseholdWords').catch((error) => { known = null; throw error })
  return known
}

/** Where it is, for somebody who knows the street. */
export function nearby(place, room) {
  return [...place.split(' ').slice(1), room].join(' ')
}

async function below(api, parent) {
  return (await api.call('listPlaces', { query: { ...(parent && { parent }), size: 100 } })).items
}
