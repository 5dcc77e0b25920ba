using Market.Ledger.Amounts;

namespace Market.Ledger.Allocations;

/// <summary>
/// How a balance came about: what paid each debt, and what became of each credit. Read from the same walk as <see cref="Allocation"/>, so
/// that both say the same of an order; nothing of it is stored.
/// </summary>
/// <param name="Allocation">Where every order and debt stands.</param>
/// <param name="Debts">Everything that was owed, paid or not, from the oldest. What was reversed as a whole is not in it.</param>
/// <param name="Credits">Everything that the member brought or was given, and that was not reversed, in the order of the account.</param>
public sealed record Explanation(Allocation Allocation, IReadOnlyList<ExplainedDebt> Debts, IReadOnlyList<ExplainedCredit> Credits)
{
    // One walk knows each operation as one object, and to compare all that records hold takes longer than the walk.
    private static readonly IEqualityComparer<Operation?> SameOperation = ReferenceEqualityComparer.Instance;

    private readonly Dictionary<string, ExplainedDebt> _debts =
        Debts.SelectMany(debt => debt.OperationIds.Select(id => (id, debt))).ToDictionary(one => one.id, one => one.debt, StringComparer.Ordinal);

    private readonly Dictionary<string, ExplainedCredit> _credits = Credits.ToDictionary(credit => credit.Credit.Id, StringComparer.Ordinal);

    private readonly ILookup<string, DebtPart> _givenBack = Credits
        .SelectMany(credit => credit.Uses.Where(use => use.IsGivenBack).Select(use => (use.Operation.Id, Part: new DebtPart(credit.Credit, use.Amount))))
        .ToLookup(one => one.Id, one => one.Part, StringComparer.Ordinal);

    /// <summary>Explains an account.</summary>
    /// <param name="operations">All operations of one account, or its first ones, in their order.</param>
    /// <param name="currency">The market's currency.</param>
    public static Explanation Of(IEnumerable<Operation> operations, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(currency);
        var settling = Settling.Of(operations);
        var debts = new List<ExplainedDebt>();
        var uses = new List<(Operation Credit, CreditUse Use)>();
        foreach (var (heap, owed, payers) in settling.Heaps.OrderBy(one => one.Heap.Since).ThenBy(one => one.Heap.First.Sequence))
        {
            if (heap.Cost > 0)
            {
                var parts = Together(payers.Parts, currency);
                debts.Add(new ExplainedDebt(heap.First, [.. heap.Lines.Select(line => line.Id)], heap.OrderId, new Money(heap.Cost, currency), new Money(Math.Min(owed, heap.Cost), currency), parts));
                uses.AddRange(parts.Where(part => part.Credit is not null).Select(part => (part.Credit!, new CreditUse(heap.First, part.Amount))));
            }
        }

        uses.AddRange(settling.Returned
            .GroupBy(one => (Refund: one.Refund.Id, Credit: one.Credit.Id))
            .Select(one => (one.First().Credit, new CreditUse(one.First().Refund, new Money(one.Sum(part => part.Amount), currency)))));
        var held = settling.HeldParts.Where(part => part.Payment is not null).ToLookup(part => part.Payment!, part => part.Amount, SameOperation);
        var usedBy = uses.ToLookup(use => use.Credit, use => use.Use, SameOperation);
        return new Explanation(Allocation.Of(settling, currency), debts, [.. held.Select(one => one.Key)
            .Union(usedBy.Select(one => one.Key), SameOperation)
            .OrderBy(credit => credit.Sequence)
            .Select(credit => new ExplainedCredit(credit, [.. usedBy[credit]], new Money(held[credit].Sum(), currency)))]);
    }

    /// <summary>The debt that an operation is a line of; none where it is none, or was reversed.</summary>
    public ExplainedDebt? DebtOf(string operationId) => _debts.GetValueOrDefault(operationId);

    /// <summary>What became of the money that an operation brought; none where it brought none, or was reversed.</summary>
    public ExplainedCredit? CreditOf(string operationId) => _credits.GetValueOrDefault(operationId);

    /// <summary>What a refund gave back, by what had brought it.</summary>
    public IEnumerable<DebtPart> GivenBackBy(string operationId) => _givenBack[operationId];

    /// <summary>The other operations by which one came about: what paid it, what it paid, what it gave back.</summary>
    /// <param name="operationId">The operation.</param>
    public IEnumerable<Operation> OthersOf(string operationId) =>
    [
        .. (DebtOf(operationId)?.PaidBy ?? []).Concat(GivenBackBy(operationId)).Select(part => part.Credit).OfType<Operation>(),
        .. (CreditOf(operationId)?.Uses ?? []).Select(use => use.Operation),
    ];

    private static List<DebtPart> Together(IEnumerable<(Operation? Credit, long Amount)> parts, Currency currency)
    {
        var together = new List<DebtPart>();
        foreach (var (credit, minorUnits) in parts)
        {
            var amount = new Money(minorUnits, currency);
            var known = together.FindIndex(part => ReferenceEquals(part.Credit, credit));
            if (known < 0)
            {
                together.Add(new DebtPart(credit, amount));
            }
            else
            {
                together[known] = together[known] with { Amount = together[known].Amount + amount };
            }
        }

        return together;
    }
}

/// <summary>Something that was owed, and what paid it.</summary>
/// <param name="First">The operation that began it.</param>
/// <param name="OperationIds">The operations that it is made of: an order with its changes, a fee with its reversal.</param>
/// <param name="OrderId">The order, where it is one.</param>
/// <param name="Total">What it costs, after changes. Positive.</param>
/// <param name="Remaining">What is still to pay of it. Between zero and the total.</param>
/// <param name="PaidBy">What paid the rest, the parts in the order in which they were taken.</param>
public sealed record ExplainedDebt(Operation First, IReadOnlyList<string> OperationIds, string? OrderId, Money Total, Money Remaining, IReadOnlyList<DebtPart> PaidBy);

/// <summary>A part of a debt that is paid.</summary>
/// <param name="Credit">What paid it; none where money was given back that the account did not hold, which is owed for the refund instead.</param>
/// <param name="Amount">How much. Positive.</param>
public sealed record DebtPart(Operation? Credit, Money Amount);

/// <summary>Money that was brought, and what became of it.</summary>
/// <param name="Credit">The operation that brought it: a payment, or anything else that is no debt.</param>
/// <param name="Uses">What it paid, and which refunds gave it back.</param>
/// <param name="Held">What of it is still held for the member. Not negative.</param>
public sealed record ExplainedCredit(Operation Credit, IReadOnlyList<CreditUse> Uses, Money Held);

/// <summary>What a part of some money was spent on.</summary>
/// <param name="Operation">The operation that began the debt it paid, or the refund that gave it back.</param>
/// <param name="Amount">How much. Positive.</param>
public sealed record CreditUse(Operation Operation, Money Amount)
{
    /// <summary>Whether it was given back to the member.</summary>
    public bool IsGivenBack => Operation.Kind is OperationKind.Refund;
}
