using System.Globalization;
using System.Text.RegularExpressions;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;

namespace Market.Ledger.Returnables;

/// <summary>
/// Packaging on deposit (<i>consigne</i>) that goes out to a member or comes back: a glass, a crate. It stands in the details of an
/// operation of kind <see cref="OperationKind.Deposit"/>, so that the chain covers it, and of that operation's reversal with the other sign.
/// What an account holds is the sum of its operations' counts.
/// </summary>
/// <param name="ReturnableId">What it is: the shop's own id of it.</param>
/// <param name="Count">How many: positive goes out, negative comes back. Never zero.</param>
public sealed partial record ReturnableMove(string ReturnableId, int Count)
{
    /// <summary>The most that one operation may count.</summary>
    public const int MaxCount = 999;

    internal const string ReturnableDetail = "returnable";
    private const string CountDetail = "count";

    /// <summary>What an operation moves.</summary>
    /// <returns>None where it is neither a deposit nor a deposit's reversal.</returns>
    public static ReturnableMove? Read(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Kind is OperationKind.Deposit or OperationKind.Reversal ? Read(operation.Details) : null;
    }

    /// <summary>What the account owes for it, or gets back: the deposit, so many times, negative where it goes out.</summary>
    /// <param name="deposit">The deposit on one: above zero.</param>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public Money Amount(Money deposit) => deposit * -Count;

    /// <summary>The details of the operation that moves it.</summary>
    public IReadOnlyDictionary<string, string> ToDetails() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [ReturnableDetail] = ReturnableId,
        [CountDetail] = Count.ToString(CultureInfo.InvariantCulture),
    };

    internal static ReturnableMove? Read(IReadOnlyDictionary<string, string> details) =>
        details.TryGetValue(ReturnableDetail, out var id) && id.Length is > 0 and <= PostingRules.MaxIdLength
        && details.TryGetValue(CountDetail, out var count) && Written().IsMatch(count)
            ? new ReturnableMove(id, int.Parse(count, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            : null;

    // Each is a whole deposit, and the money goes the other way.
    internal bool Fits(Money amount) => amount.MinorUnits % Count == 0 && amount.IsNegative == (Count > 0);

    [GeneratedRegex(@"^-?[1-9][0-9]{0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
