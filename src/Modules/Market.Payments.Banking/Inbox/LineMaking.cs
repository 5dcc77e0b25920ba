using System.Globalization;
using Market.Bank.Matching;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Pending;
using Market.Ledger.Postings;
using Market.Payments.Banking.Cheques;
using Market.Payments.Banking.Statements;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Banking.Inbox;

/// <summary>Makes of one line what was decided, in the unit of work that is under way and under its locks.</summary>
public sealed class LineMaking(
    StatementStore store,
    ILedger ledger,
    IPendingPayments pending,
    IPostedOperations operations,
    ChequeStore cheques,
    SlipDesk slips,
    LineBack back,
    IRefusalSentences sentences,
    IServiceProvider services,
    IStringLocalizer<LineMaking> S)
{
    private const string TransferReference = "transfer-reference";

    /// <summary>Makes of a line what was decided.</summary>
    /// <returns>Why not; none where it is made.</returns>
    public async Task<string?> MakeAsync(LineRow line, Decision decision, Currency currency, string userId, DateTimeOffset now)
    {
        line.Tries++;
        if (decision.Arrival is { } arrival)
        {
            return await ArriveAsync(line, arrival, userId, now);
        }

        if (decision.Returns is { } returned)
        {
            return await ReturnAsync(line, returned, userId, now);
        }

        if (decision.Recorded is { } recorded)
        {
            return await NoteAsync(line, recorded, userId, now);
        }

        if (decision.Shares.Count == 0 || decision.Shares.Any(share => !share.Amount.IsPositive) || decision.Shares.Sum(share => share.Amount.MinorUnits) != line.Amount)
        {
            return S["What it pays does not come to its amount, {0}.", new Money(line.Amount, currency).ForPeople()];
        }

        for (var place = 0; place < decision.Shares.Count; place++)
        {
            var share = decision.Shares[place];
            var result = await CreditAsync(line, share, place, userId);
            if (result is not PostingResult.Posted { Operation: var operation })
            {
                return result is PostingResult.Refused refused ? sentences.For(refused.Refusal) : S["It was received by hand meanwhile."];
            }

            await store.AddShareAsync(new ShareRow { LineId = line.LineId, AccountId = share.AccountId, OperationId = operation.Id, Amount = share.Amount.MinorUnits });
        }

        if (line.PayerHash is { } payer)
        {
            foreach (var accountId in decision.Shares.Select(share => share.AccountId).Distinct(StringComparer.Ordinal))
            {
                await store.LearnPayerAsync(payer, accountId);
            }
        }

        await store.DecideAsync(line, LineState.Posted, userId, now);
        return null;
    }

    private Task<PostingResult> CreditAsync(LineRow line, Share share, int place, string userId)
    {
        var closedDay = S["Arrived on {0}, which is closed.", line.Day.InWords()];
        IReadOnlyDictionary<string, string> details = (line.EndToEndId ?? line.BankId) is { } reference
            ? new Dictionary<string, string> { [TransferReference] = reference }
            : new Dictionary<string, string>();
        return share.Announced is { } announced
            ? pending.ReceiveAsync(new Receipt
            {
                AccountId = share.AccountId,
                PendingPaymentId = announced,
                Amount = share.Amount,
                Details = details,
                OccurredOn = line.Day,
                ClosedDayNote = closedDay,
                RecordedBy = userId,
            })
            : ledger.PostAsync(new Posting
            {
                AccountId = share.AccountId,
                Kind = OperationKind.Payment,
                Amount = share.Amount,
                Method = BuiltInMethods.Transfer,
                Details = details,
                OccurredOn = line.Day,
                ClosedDayNote = closedDay,
                RecordedBy = userId,
                IdempotencyKey = FormattableString.Invariant($"bank:{line.LineId}:{line.Tries}:{place}"),
            });
    }

    private async Task<string?> ArriveAsync(LineRow line, string arrival, string userId, DateTimeOffset now)
    {
        if (await store.IsShownAsync(arrival))
        {
            return S["Another line shows this slip or payout already."];
        }

        if (ArrivalKey.IsSlip(arrival)
            && long.TryParse(ArrivalKey.Number(ArrivalKey.PayoutId(arrival)), CultureInfo.InvariantCulture, out var number)
            && (await cheques.FindSlipAsync(number))?.Slip is { BankedOn: null }
            && await slips.BankAsync(services, number, line.Day, userId) is ChequeAnswer.Refused refused)
        {
            return refused.Sentence;
        }

        line.Arrival = arrival;
        await store.DecideAsync(line, LineState.Matched, userId, now);
        return null;
    }

    private async Task<string?> ReturnAsync(LineRow line, string returned, string userId, DateTimeOffset now)
    {
        if (await store.FindLineAsync(returned) is not { } first || !first.Is(LineState.Posted) || first.Amount != -line.Amount)
        {
            return S["The transfer that it takes back is not posted any more."];
        }

        // Said before it is reversed: a line whose credits are reversed by somebody waits again, and this one does not.
        await store.DecideAsync(first, LineState.CameBack, userId, now);
        if (await back.BackAsync(first, S["The transfer came back: {0}", line.ReturnReason ?? line.Text], line.Day, userId) is { } whyNot)
        {
            return whyNot;
        }

        line.Returns = returned;
        await store.DecideAsync(line, LineState.TookBack, userId, now);
        return null;
    }

    private async Task<string?> NoteAsync(LineRow line, (string AccountId, string OperationId) recorded, string userId, DateTimeOffset now)
    {
        var posted = await operations.FindAsync(recorded.AccountId, [recorded.OperationId]);
        if (posted is not [{ Reversal: null, Operation: { Kind: OperationKind.Payment } operation }] || operation.Amount.MinorUnits != line.Amount || await store.FindShareAsync(operation.Id) is not null)
        {
            return S["What was recorded by hand is not there any more, or another line shows it."];
        }

        await store.AddShareAsync(new ShareRow { LineId = line.LineId, AccountId = operation.AccountId, OperationId = operation.Id, Amount = line.Amount, IsByHand = true });
        await store.DecideAsync(line, LineState.Posted, userId, now);
        return null;
    }
}
