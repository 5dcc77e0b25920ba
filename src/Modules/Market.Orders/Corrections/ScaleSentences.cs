using Market.Ledger.Weights;
using Market.Orders.Ordering;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Corrections;

/// <summary>Says what is wrong with what a scale was said to show.</summary>
public sealed class ScaleSentences(IStringLocalizer<ScaleSentences> S)
{
    /// <summary>The sentence, in the language of the request.</summary>
    public string For(ScaleFault fault) => fault switch
    {
        ScaleFault.Missing => S["Type what the scale shows, in grams."],
        ScaleFault.Negative => S["A weight cannot be less than nothing."],
        ScaleFault.UnitMissing => S["A weight with decimals must say that it is in kilograms, like 1.25 kg."],
        ScaleFault.TooManyDecimals => S["A weight in kilograms has three decimals at most."],
        ScaleFault.TooLarge => S["A weight cannot be above {0}.", LineWords.Weight(ScaleReader.MaxGrams)],
        _ => S["This is no weight. Type grams, like 359 or 192+167, or kilograms, like 1.25 kg."],
    };
}
