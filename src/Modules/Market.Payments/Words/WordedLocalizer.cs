using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardCore.Localization;

namespace Market.Payments.Words;

/// <summary>Says sentences in the market's words. They are put in before the places are filled in: a name or an amount is never touched.</summary>
public sealed class WordedLocalizer(IStringLocalizer inner, MarketWords words) : IPluralStringLocalizer
{
    private const string French = "fr";

    private const string English = "en";

    public LocalizedString this[string name] => Worded(inner[name]);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var (sentence, filledIn) = GetTranslation(name, arguments);
            return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, sentence.Value, filledIn), sentence.ResourceNotFound, sentence.SearchedLocation);
        }
    }

    public (LocalizedString, object[]) GetTranslation(string name, params object[] arguments)
    {
        var (sentence, filledIn) = inner is IPluralStringLocalizer plural ? plural.GetTranslation(name, arguments) : (inner[name], arguments);
        return (Worded(sentence), filledIn);
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => inner.GetAllStrings(includeParentCultures);

    private LocalizedString Worded(LocalizedString sentence)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var french = language == French && !sentence.ResourceNotFound;
        if (!french && !sentence.ResourceNotFound && language != English)
        {
            return sentence;
        }

        var worded = words.Current.Put(sentence.Value, french);
        return ReferenceEquals(worded, sentence.Value) ? sentence : new LocalizedString(sentence.Name, worded, sentence.ResourceNotFound, sentence.SearchedLocation);
    }
}
