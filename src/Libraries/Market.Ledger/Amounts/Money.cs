using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Market.Ledger.Amounts;

/// <summary>
/// An exact amount of one currency, kept as a whole number of its minor units. Never a float, never rounded.
/// On a client account a positive amount is a credit (the member's money), a negative one a debit (what the member owes).
/// </summary>
/// <param name="MinorUnits">The amount in minor units: cents for the euro.</param>
/// <param name="Currency">What it is an amount of.</param>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly record struct Money(long MinorUnits, Currency Currency) : IComparable<Money>
{
    /// <summary>No money, of this currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>Whether the amount is zero.</summary>
    public bool IsZero => MinorUnits == 0;

    /// <summary>Whether the amount is below zero: a debit, or a debt.</summary>
    public bool IsNegative => MinorUnits < 0;

    /// <summary>Whether the amount is above zero: a credit.</summary>
    public bool IsPositive => MinorUnits > 0;

    /// <summary>The amount without its sign.</summary>
    /// <exception cref="OverflowException">The amount is the one <see cref="long"/> that has no positive twin.</exception>
    public Money Abs() => new(Math.Abs(MinorUnits), Currency);

    /// <summary>The sum of two amounts.</summary>
    /// <exception cref="InvalidOperationException">They are of two currencies.</exception>
    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public static Money operator +(Money left, Money right) => new(checked(left.MinorUnits + right.In(left.Currency)), left.Currency);

    /// <summary>The difference of two amounts.</summary>
    /// <inheritdoc cref="op_Addition" path="/exception"/>
    public static Money operator -(Money left, Money right) => new(checked(left.MinorUnits - right.In(left.Currency)), left.Currency);

    /// <summary>The same amount with the other sign.</summary>
    /// <exception cref="OverflowException">The amount is the one <see cref="long"/> that has no positive twin.</exception>
    public static Money operator -(Money amount) => new(checked(-amount.MinorUnits), amount.Currency);

    /// <summary>The amount, so many times.</summary>
    /// <exception cref="OverflowException">The product does not fit.</exception>
    public static Money operator *(Money amount, long times) => new(checked(amount.MinorUnits * times), amount.Currency);

    /// <summary>Whether the left amount is less.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left amount is more.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left amount is less or the same.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left amount is more or the same.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>Compares two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">They are of two currencies.</exception>
    public int CompareTo(Money other) => MinorUnits.CompareTo(other.In(Currency));

    /// <summary>The amount for a person: their culture's digits and sign, the currency's decimals and symbol.</summary>
    /// <param name="culture">How that person reads numbers.</param>
    public string ToString(CultureInfo culture) => MoneyText.Format(this, culture);

    /// <summary>The amount for a machine: a point, all decimals, no currency. −22.4 € is "-22.40".</summary>
    public string ToInvariantString() => MoneyText.Invariant(this);

    /// <summary>Reads an amount that a machine wrote: a point, no more decimals than the currency has. It may be as large as a balance.</summary>
    /// <param name="text">The text, like <c>-22.40</c>.</param>
    /// <param name="currency">What it is an amount of.</param>
    /// <returns>The amount, or none where the text is none.</returns>
    public static Money? ReadInvariant(string? text, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        return MoneyText.ReadInvariant(text, currency);
    }

    /// <summary>The amount for a log: "-22.40 EUR".</summary>
    public override string ToString() => $"{ToInvariantString()} {Currency}";

    private long In(Currency currency) => Currency == currency
        ? MinorUnits
        : throw new InvalidOperationException($"An amount in {Currency} cannot meet one in {currency}: a market has one currency.");
}

internal sealed class MoneyJsonConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = reader.GetString()?.Split(' ');
        return parts is [var minor, var code]
            && long.TryParse(minor, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minorUnits)
            && Currency.TryFromCode(code, out var currency)
            ? new Money(minorUnits, currency)
            : throw new JsonException("An amount is written as its minor units, a space and its currency: \"-2240 EUR\".");
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.MinorUnits} {value.Currency.Code}"));
}
