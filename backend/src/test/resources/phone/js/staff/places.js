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

async function below(api, parent) {
  return (await api.call('listPlaces', { query: { ...(parent && { parent }), size: 100 } })).items
}
