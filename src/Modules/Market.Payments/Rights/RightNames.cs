using Microsoft.Extensions.Localization;
using OrchardCore.Localization.Data;

namespace Market.Payments.Rights;

/// <summary>Names rights in the language of the page, by the catalogues, where nobody translated them in Orchard. Rights keep the product's words.</summary>
[PlainWords]
public sealed class RightNames(IDataLocalizer inner, IStringLocalizer<RightNames> S) : IDataLocalizer
{
    private const string Rights = "Permissions";

    public DataLocalizedString this[string name, string context]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(context);
            var found = inner[name, context];
            return found.ResourceNotFound && context.StartsWith(Rights, StringComparison.Ordinal) && S[name] is { ResourceNotFound: false } ours
                ? new DataLocalizedString(context, name, ours.Value)
                : found;
        }
    }

    public DataLocalizedString this[string name, string context, params object[] arguments] => inner[name, context, arguments];

    public IEnumerable<DataLocalizedString> GetAllStrings(string context, bool includeParentCultures) => inner.GetAllStrings(context, includeParentCultures);
}
