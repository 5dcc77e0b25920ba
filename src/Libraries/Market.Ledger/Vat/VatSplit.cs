using Market.Ledger.Amounts;
using Market.Ledger.Settlements;

namespace Market.Ledger.Vat;

/// <summary>
/// A sale by rates of VAT: one share a rate, none that says nothing, the lowest rate first. Positive is sold, so an operation's split comes to
/// its amount with the other sign. It stands in the operation's details, so that the chain covers it. Two splits that say the same are equal.
/// </summary>
public sealed class VatSplit : IEquatable<VatSplit>
{
    /// <summary>The name under which it stands in <see cref="Operation.Details"/>.</summary>
    public const string DetailName = "vat";

    internal VatSplit(Currency currency, IEnumerable<VatShare> shares)
    {
        Currency = currency;
        Shares = [.. shares.Where(share => !share.IsZero).OrderBy(share => share.BasisPoints)];
    }

    /// <summary>What its amounts are of.</summary>
    public Currency Currency { get; }

    /// <summary>The shares, the lowest rate first.</summary>
    public IReadOnlyList<VatShare> Shares { get; }

    /// <summary>Whether nothing is sold or taken back at any rate.</summary>
    public bool IsEmpty => Shares.Count == 0;

    /// <summary>What all of it costs, VAT included.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public Money Gross => Shares.Aggregate(Money.Zero(Currency), (sum, share) => sum + share.Gross);

    /// <summary>What all of it costs without VAT.</summary>
    /// <inheritdoc cref="Gross" path="/exception"/>
    public Money Net => Shares.Aggregate(Money.Zero(Currency), (sum, share) => sum + share.Net);

    /// <summary>The VAT on all of it.</summary>
    /// <inheritdoc cref="Gross" path="/exception"/>
    public Money Vat => Shares.Aggregate(Money.Zero(Currency), (sum, share) => sum + share.Vat);

    /// <summary>Nothing sold.</summary>
    public static VatSplit None(Currency currency) => new(currency, []);

    /// <summary>Splits what is sold: the VAT of each rate is rounded once, on all that is sold at that rate.</summary>
    /// <param name="gross">What is sold at each rate (in hundredths of a percent), VAT included. A rate may come several times.</param>
    /// <param name="currency">What the amounts are of.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is none.</exception>
    /// <exception cref="InvalidOperationException">An amount is of another currency.</exception>
    /// <exception cref="OverflowException">A sum does not fit.</exception>
    public static VatSplit Of(IEnumerable<KeyValuePair<int, Money>> gross, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(gross);
        ArgumentNullException.ThrowIfNull(currency);
        return new VatSplit(currency, gross
            .GroupBy(amount => amount.Key, amount => amount.Value)
            .Select(rate => VatShare.Of(rate.Key, rate.Aggregate(Money.Zero(currency), (sum, amount) => sum + amount))));
    }

    /// <summary>
    /// Splits a total in the proportions of what was sold at each rate, for a discount or an extra on all of it; to the minor unit.
    /// </summary>
    /// <param name="total">What all of it costs, VAT included. Not negative.</param>
    /// <param name="gross">What is sold at each rate, VAT included. Not negative.</param>
    /// <returns>The split, which comes to the total; none where an amount is negative, or there is a total and nothing that it is for.</returns>
    /// <inheritdoc cref="Of" path="/exception"/>
    public static VatSplit? OfTotal(Money total, IEnumerable<KeyValuePair<int, Money>> gross)
    {
        var rates = Of(gross, total.Currency).Shares;
        if (total.IsNegative || rates.Any(rate => rate.Gross.IsNegative) || (rates.Count == 0 && !total.IsZero))
        {
            return null;
        }

        var parts = Apportionment.Split(total.MinorUnits, [.. rates.Select(rate => rate.Gross.MinorUnits)]);
        return new VatSplit(total.Currency, rates.Select((rate, place) => VatShare.Of(rate.BasisPoints, new Money(parts[place], total.Currency))));
    }

    /// <summary>The split of an operation that sells or takes back: an order's debit, a fee, and the reversal of one.</summary>
    /// <returns>None where it has none, and where what stands there is no split of its amount: see <see cref="IsMalformed"/>.</returns>
    public static VatSplit? Read(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Amount.Currency is { } currency ? VatText.Read(operation.Kind, operation.Details, operation.Amount.MinorUnits, currency) : null;
    }

    /// <summary>Whether an operation should have a split and none can be read: it is in another form, or does not come to the operation's amount.</summary>
    public static bool IsMalformed(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return IsOf(operation.Kind) && operation.Details.ContainsKey(DetailName) && Read(operation) is null;
    }

    /// <summary>Whether operations of this kind may have a split; what another kind's details say under the same name is none.</summary>
    public static bool IsOf(OperationKind kind) => kind is OperationKind.Order or OperationKind.Fee or OperationKind.Reversal;

    /// <summary>The sum of splits.</summary>
    /// <inheritdoc cref="Of" path="/exception"/>
    public static VatSplit Sum(IEnumerable<VatSplit> splits, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(splits);
        ArgumentNullException.ThrowIfNull(currency);
        var zero = Money.Zero(currency);
        return new VatSplit(currency, splits
            .SelectMany(split => split.Shares)
            .GroupBy(share => share.BasisPoints)
            .Select(rate => rate.Aggregate(new VatShare(rate.Key, zero, zero), (sum, share) => new VatShare(rate.Key, sum.Net + share.Net, sum.Vat + share.Vat))));
    }

    /// <summary>The same with the other sign.</summary>
    public VatSplit Opposite() => new(Currency, Shares.Select(share => new VatShare(share.BasisPoints, -share.Net, -share.Vat)));

    /// <summary>The difference, rate by rate.</summary>
    /// <inheritdoc cref="Of" path="/exception"/>
    public VatSplit Minus(VatSplit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Sum([this, other.Opposite()], Currency);
    }

    /// <summary>An operation's details with this split among them; without one where it is empty.</summary>
    public IReadOnlyDictionary<string, string> WriteTo(IReadOnlyDictionary<string, string> details)
    {
        ArgumentNullException.ThrowIfNull(details);
        var written = details.Where(detail => detail.Key != DetailName).ToDictionary(StringComparer.Ordinal);
        if (!IsEmpty)
        {
            written[DetailName] = ToString();
        }

        return written;
    }

    /// <inheritdoc/>
    public bool Equals(VatSplit? other) => other is not null && Currency == other.Currency && Shares.SequenceEqual(other.Shares);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VatSplit);

    /// <inheritdoc/>
    public override int GetHashCode() => Shares.Aggregate(Currency.GetHashCode(), (hash, share) => HashCode.Combine(hash, share));

    /// <summary>The canonical text, as it stands in an operation: <c>550:948:52,2000:1000:200</c>.</summary>
    public override string ToString() => VatText.Write(this);
}
