using Market.Payments.Accounts;
using Market.Payments.Models;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;

namespace Market.Payments.Clients;

/// <summary>Which content is a client account, by what an item carries and by what its type says: the one may change without the other.</summary>
public sealed class ClientContent(IContentDefinitionManager definitions)
{
    public async Task<bool> IsClientAsync(ContentItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Has<ClientAccountPart>() || await IsTypeOfClientsAsync(item.ContentType);
    }

    public async Task<bool> IsTypeOfClientsAsync(string contentType) =>
        contentType == AccountOpening.ContentType || await definitions.GetTypeDefinitionAsync(contentType) is { } type && HasPart(type);

    public async Task<IReadOnlyList<string>> ListTypesAsync() =>
        [AccountOpening.ContentType, .. (await definitions.ListTypeDefinitionsAsync()).Where(HasPart).Select(type => type.Name).Where(name => name != AccountOpening.ContentType)];

    private static bool HasPart(ContentTypeDefinition type) => type.Parts.Any(part => part.PartDefinition.Name == nameof(ClientAccountPart));
}
