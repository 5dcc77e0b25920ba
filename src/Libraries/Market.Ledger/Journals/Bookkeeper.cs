using System.Globalization;
using System.Runtime.CompilerServices;
using Market.Ledger.Amounts;
using Market.Ledger.Drawers;
using Market.Ledger.Payouts;
using Market.Ledger.Vat;

namespace Market.Ledger.Journals;

/// <summary>
/// Says operations in double entry. Pure: what it must know beside an operation, it asks. It keeps nothing, so a year of a large
/// market takes no more memory than a day.
/// </summary>
/// <param name="chart">The market's accounts.</param>
/// <param name="findOperation">Finds an operation by its id, so that a reversal is booked against what it reverses, however long ago that was.</param>
/// <param name="findClient">Finds a client's number and name by the account's id.</param>
public sealed class Bookkeeper(
    ChartOfAccounts chart,
    Func<string, ValueTask<Operation?>> findOperation,
    Func<string, ValueTask<AuxiliaryAccount?>> findClient)
{
    /// <summary>What an entry says; French unless somebody says otherwise.</summary>
    public Func<Operation, string> Describe { get; init; } = EntryText.French;

    /// <summary>The entries of these operations, payouts and movements of cash drawers, in the order they were recorded, numbered without a gap.</summary>
    /// <param name="operations">The operations, in the order they were recorded.</param>
    /// <param name="firstNumber">The first entry's number.</param>
    /// <param name="payouts">What card providers sent to the bank meanwhile, in any order.</param>
    /// <param name="drawers">What happened to cash drawers meanwhile, in any order.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<JournalEntry> EnterAsync(
        IAsyncEnumerable<Operation> operations,
        long firstNumber = 1,
        IReadOnlyList<ProviderPayout>? payouts = null,
        IReadOnlyList<DrawerEntry>? drawers = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var number = firstNumber;
        var own = new Queue<JournalEntry>(Enter(payouts ?? []).Concat((drawers ?? []).SelectMany(entry => DrawerBooking.Of(entry, chart))).OrderBy(entry => entry.RecordedAt));
        await foreach (var operation in operations.WithCancellation(cancellationToken))
        {
            while (own.TryPeek(out var entry) && entry.RecordedAt < operation.RecordedAt)
            {
                yield return own.Dequeue() with { Number = number++ };
            }

            yield return await EnterAsync(operation, number++);
        }

        foreach (var entry in own)
        {
            yield return entry with { Number = number++ };
        }
    }

    /// <summary>
    /// The entries that carry the clients' balances into a period, which a FEC begins with (article A47 A-1 of the <i>livre des
    /// procédures fiscales</i>, VII: the <i>reprise des soldes</i>). One for each client who owes or holds something.
    /// </summary>
    /// <param name="balances">The confirmed balance of each account at the end of the day before, by account id.</param>
    /// <param name="day">The period's first day.</param>
    /// <param name="recordedAt">When they were carried forward: when the period before was closed.</param>
    /// <param name="firstNumber">The first entry's number. The period's operations continue after the last.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<JournalEntry> CarryForwardAsync(
        IAsyncEnumerable<KeyValuePair<string, Money>> balances,
        DateOnly day,
        DateTimeOffset recordedAt,
        long firstNumber = 1,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var number = firstNumber;
        await foreach (var (accountId, balance) in balances.WithCancellation(cancellationToken))
        {
            if (!balance.IsZero)
            {
                var client = await ClientAsync(accountId);
                yield return new JournalEntry
                {
                    Number = number++,
                    Journal = Journal.Opening,
                    Date = day,
                    RecordedAt = recordedAt,
                    Piece = "AN-" + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
                    Text = "À nouveau " + client.Number,
                    Lines = Lines(balance, client, [(chart.Opening, balance)]),
                };
            }
        }
    }

    /// <summary>The entry of one operation. A debit of the client account debits 411, a credit credits it; the counterpart is the chart's.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="number">The entry's number.</param>
    public async ValueTask<JournalEntry> EnterAsync(Operation operation, long number)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var source = operation.Reverses is { } reversed ? await findOperation(reversed) : operation;
        var (account, journal) = source is null ? (chart.Suspense, Journal.Miscellaneous) : Counterpart(source);
        return new JournalEntry
        {
            Number = number,
            Journal = journal,
            Date = operation.OccurredOn,
            RecordedAt = operation.RecordedAt,
            OperationId = operation.Id,
            Piece = operation.OrderId ?? operation.Id,
            Text = Describe(operation),
            Lines = Lines(operation.Amount, await ClientAsync(operation.AccountId), Sides(operation, source, account)),
        };
    }

    private IEnumerable<JournalEntry> Enter(IReadOnlyList<ProviderPayout> payouts) => payouts
        .Where(payout => !payout.Amount.IsZero || !payout.Fees.IsZero)
        .OrderBy(payout => payout.RecordedAt)
        .ThenBy(payout => payout.Id, StringComparer.Ordinal)
        .Select(Enter);

    // The provider owed the market what arrived and what it kept of it; cheques waited in their account until a slip brought them to the bank.
    private JournalEntry Enter(ProviderPayout payout) => new()
    {
        Number = 0,
        Journal = payout.Movement is PayoutMovement.Fees ? Journal.Miscellaneous : Journal.Bank,
        Date = payout.Day,
        RecordedAt = payout.RecordedAt,
        Piece = payout.Id,
        Text = payout.Movement switch
        {
            PayoutMovement.Returned => "Versement retourné ",
            PayoutMovement.Fees => "Frais du versement ",
            _ when chart.ForMethod(payout.Method).Journal == Journal.Cheques => payout.Amount.IsNegative ? "Chèque impayé " : "Remise de chèques ",
            _ => "Versement ",
        } + payout.Id + (payout.ClosedDay is { } day ? " du " + day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : string.Empty),
        Lines = OfSides(
            (chart.Bank, payout.Amount),
            (chart.ProviderFees, payout.Fees),
            (chart.ForMethod(payout.Method).Received, -(payout.Amount + payout.Fees))),
    };

    internal static JournalLine[] OfSides(params IEnumerable<(BookAccount Account, Money Signed)> sides) =>
        Lines(sides.Select(side => (side.Account, (AuxiliaryAccount?)null, side.Signed)));

    private static JournalLine[] Lines(IEnumerable<(BookAccount Account, AuxiliaryAccount? Client, Money Signed)> sides) =>
    [
        .. sides
            .Where(side => !side.Signed.IsZero)
            .OrderBy(side => side.Signed.IsNegative)
            .Select(side => side.Signed.IsNegative
                ? JournalLine.Crediting(side.Account, side.Client, side.Signed.Abs())
                : JournalLine.Debiting(side.Account, side.Client, side.Signed)),
    ];

    private async ValueTask<AuxiliaryAccount> ClientAsync(string accountId) => await findClient(accountId) ?? new AuxiliaryAccount(accountId, accountId);

    // What credits the client is debited elsewhere, to the same sum.
    private JournalLine[] Lines(Money signed, AuxiliaryAccount client, IEnumerable<(BookAccount Account, Money Signed)> counterparts) =>
        Lines(counterparts.Select(side => (side.Account, (AuxiliaryAccount?)null, side.Signed)).Append((chart.Clients, client, -signed)));

    private IEnumerable<(BookAccount Account, Money Signed)> Sides(Operation operation, Operation? source, BookAccount account) =>
        source?.Kind is OperationKind.Order or OperationKind.Fee && VatSplit.Read(operation) is { } split
            ? split.Shares.SelectMany(share => new[]
            {
                (source.Kind is OperationKind.Fee ? account : chart.ForRate(share.BasisPoints).Sales, -share.Net),
                (chart.ForRate(share.BasisPoints).Vat, -share.Vat),
            })
            : [(account, operation.Amount)];

    private (BookAccount Account, Journal Journal) Counterpart(Operation operation) => operation.Kind switch
    {
        OperationKind.OpeningBalance => (chart.Opening, Journal.Opening),
        OperationKind.Order => (chart.Sales, Journal.Sales),
        OperationKind.Payment => (chart.ForMethod(operation.Method).Received, chart.ForMethod(operation.Method).Journal),
        OperationKind.Refund => (chart.ForRefund(operation.Method).Received, chart.ForRefund(operation.Method).Journal),
        OperationKind.Adjustment when operation.Amount.IsPositive => (chart.AdjustmentsGiven, Journal.Miscellaneous),
        OperationKind.Adjustment => (chart.AdjustmentsTaken, Journal.Miscellaneous),
        OperationKind.Transfer => (chart.Transfers, Journal.Miscellaneous),
        OperationKind.Fee => (chart.Fees, Journal.Sales),
        OperationKind.WriteOff => (chart.WriteOffs, Journal.Miscellaneous),
        OperationKind.Deposit => (chart.Deposits, Journal.Miscellaneous),
        _ => (chart.Suspense, Journal.Miscellaneous),
    };
}
