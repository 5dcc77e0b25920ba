using CsCheck;
using Market.Ledger.Amounts;

namespace Market.Ledger.Tests;

internal static class Generators
{
    public static readonly Gen<Currency> Currencies = Gen.OneOf([.. Currency.All]);

    /// <summary>Any amount that fits a long.</summary>
    public static readonly Gen<Money> AnyMoney = Gen.Select(Gen.Long, Currencies, (minorUnits, currency) => new Money(minorUnits, currency));

    /// <summary>An amount that a person may type, of either sign.</summary>
    public static readonly Gen<Money> TypableMoney = Currencies.SelectMany(currency =>
    {
        var ceiling = AmountReader.CeilingUnits * currency.MinorUnitsPerUnit;
        return Gen.OneOf(Gen.Long[-ceiling, ceiling], Gen.Long[-2000, 2000], Gen.OneOf(-ceiling, ceiling, 0L))
            .Select(minorUnits => new Money(minorUnits, currency));
    });

    /// <summary>Text full of what the canonical form gives a meaning to.</summary>
    public static readonly Gen<string> TrickyText = Gen.OneOf("\n", "\r", "=", "\\", "n", "e", "a", ".", "memo", "detail", "é", "😀").Array[1, 8].Select(string.Concat);
}
