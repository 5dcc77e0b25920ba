using Market.Payments.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Settings;

namespace Market.Payments.Words;

/// <summary>
/// The words of the market at this moment. They are asked of the site's settings once in each scope, so that every node says
/// from the next request on what was saved on another.
/// </summary>
public sealed class MarketWords
{
    private volatile Known _known = new(null, Vocabulary.Plain);

    public Vocabulary Current
    {
        get
        {
            // A market that is being set up has no settings yet.
            if (ShellScope.Current is not { } scope || !scope.ShellContext.Settings.IsRunning())
            {
                return Vocabulary.Plain;
            }

            var asked = ShellScope.GetOrCreateFeature<Asked>();
            if (asked.Vocabulary is null)
            {
                // What is said while the settings are read is said in the product's words.
                asked.Vocabulary = Vocabulary.Plain;
                asked.Vocabulary = Of(scope.ServiceProvider.GetRequiredService<ISiteService>().GetSiteSettings());
            }

            return asked.Vocabulary;
        }
    }

    private Vocabulary Of(ISite site)
    {
        var known = _known;
        if (!ReferenceEquals(known.Site, site))
        {
            _known = known = new Known(site, Vocabulary.Of(site.GetOrCreate<WordsSettings>()));
        }

        return known.Vocabulary;
    }

    private sealed record Known(ISite? Site, Vocabulary Vocabulary);

    private sealed class Asked
    {
        public Vocabulary? Vocabulary { get; set; }
    }
}
