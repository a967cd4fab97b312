/** Stands in each package.json for the owner of the public repository, until there is one. */
const PLACEHOLDER = 'github.com/OWNER/';

/**
 * Why the packages cannot be published yet, in one sentence; nothing where they can. npm accepts provenance only if
 * `repository` names the repository that publishes.
 *
 * @param manifests the package.json of each package, parsed
 */
export function repositoryProblem(manifests) {
  const urlOf = ({ repository }) => (typeof repository === 'string' ? repository : repository?.url) ?? '';
  const missing = manifests.filter((manifest) => !urlOf(manifest));
  if (missing.length > 0) {
    return `${listed(missing)} has no repository in its package.json; npm accepts provenance only with the address of the public repository.`;
  }
  const placeholders = manifests.filter((manifest) => urlOf(manifest).includes(PLACEHOLDER));
  if (placeholders.length === 0) return undefined;
  return `repository is still the placeholder ${urlOf(placeholders[0])} in the package.json of ${listed(placeholders)}; put the public address in its place.`;
}

const listed = (manifests) => manifests.map(({ name }) => name).join(', ');
