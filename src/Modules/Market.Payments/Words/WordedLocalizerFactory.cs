using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Words;

/// <summary>Stands before Orchard's own factory: what the market's modules and theme say, they say in the market's words.</summary>
public sealed class WordedLocalizerFactory(IStringLocalizerFactory inner, MarketWords words) : IStringLocalizerFactory
{
    private const string Ours = "Market";

    private const string Areas = "Areas.";

    // Whose words they are is read from attributes, and every scope asks for those of dozens of types.
    private readonly ConcurrentDictionary<Type, IStringLocalizer> _ofTypes = new();

    public IStringLocalizer Create(Type resourceSource)
    {
        ArgumentNullException.ThrowIfNull(resourceSource);
        return _ofTypes.GetOrAdd(resourceSource, Of);
    }

    // A view is named by the application's name, and the module it is of.
    public IStringLocalizer Create(string baseName, string location)
    {
        ArgumentNullException.ThrowIfNull(baseName);
        ArgumentNullException.ThrowIfNull(location);
        var localizer = inner.Create(baseName, location);
        var name = baseName.StartsWith(location + '.', StringComparison.OrdinalIgnoreCase) ? baseName[(location.Length + 1)..] : baseName;
        return IsOurs(name.StartsWith(Areas, StringComparison.Ordinal) ? name[Areas.Length..] : name) ? new WordedLocalizer(localizer, words) : localizer;
    }

    private IStringLocalizer Of(Type resourceSource)
    {
        var localizer = inner.Create(resourceSource);
        return IsOurs(resourceSource.FullName ?? string.Empty) && resourceSource.GetCustomAttribute<PlainWordsAttribute>() is null
            ? new WordedLocalizer(localizer, words)
            : localizer;
    }

    private static bool IsOurs(string name) => name.StartsWith(Ours, StringComparison.Ordinal);
}
