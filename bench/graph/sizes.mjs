/** How many nodes of each kind make an industry of so many nodes. Countries and chemistries do not grow with it. */
export function sizesOf(nodes) {
  const countries = 60;
  const chemistries = 24;
  const corporations = Math.round(nodes * 0.2);
  const plants = Math.round(nodes * 0.45);
  const partnerships = Math.round(nodes * 0.2);
  const investments = Math.round(nodes * 0.1);
  const brands = nodes - countries - chemistries - corporations - plants - partnerships - investments;
  return { countries, chemistries, corporations, plants, partnerships, investments, brands };
}
