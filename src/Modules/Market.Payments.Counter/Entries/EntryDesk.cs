using System.Security.Cryptography;
using System.Text;
using Market.Ledger;
using Market.Ledger.Postings;
using Market.Payments.Counter.Models;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;

namespace Market.Payments.Counter.Entries;

/// <summary>Takes an entry inside its unit of work: once, whatever is sent again. The distribution is held first, then the account.</summary>
public sealed class EntryDesk(
    CounterRecords records,
    IDistributionState distributions,
    ILedgerStore ledger,
    IEnumerable<ICounterAction> actions,
    UndoDesk undoing,
    IMarketCalendar calendar,
    IClock clock,
    IStringLocalizer<EntryDesk> S)
{
    /// <summary>Takes an entry, or says why not. What is refused is not committed.</summary>
    public async Task<EntryAnswer> TakeAsync(SentEntry sent, string distributionId, CounterUser user)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(user);
        var closure = await distributions.AdmitLateAsync(distributionId);
        if (await ledger.LockAsync(sent.AccountId) is null)
        {
            return Refused(sent, S["There is no such client account."]);
        }

        if (Known(await records.FindAsync(sent.Id), sent, distributionId) is { } known)
        {
            return known;
        }

        var entry = new CounterEntry(
            sent.Id, sent.Kind, sent.AccountId, distributionId, sent.Data, sent.PhoneTime, user.Id, await calendar.TodayAsync(), IsLate: closure is not null);
        switch (await TakeAsync(entry, user))
        {
            case CounterAnswer.Taken taken:
                var record = New(sent, distributionId, user, entry.IsLate);
                record.Amount = taken.Amount;
                record.Method = taken.Method;
                record.OrderId = taken.OrderId;
                record.OperationIds = [.. taken.OperationIds];
                record.Bank = BankOf(entry, taken);
                record.Place = await records.NextPlaceAsync(sent.AccountId);
                await records.SaveAsync(record);
                return new EntryAnswer(sent.Id, EntryAnswer.Taken, Late: entry.IsLate);
            case CounterAnswer.Refused refused:
                return Refused(sent, refused.Sentence) with { IsToKeep = true };
            default:
                throw new InvalidOperationException("A counter's answer is one of the nested kinds.");
        }
    }

    /// <summary>Keeps that an entry was refused, in a unit of work after the one that refused it. It may have been taken in between, from another tab.</summary>
    public async Task<EntryAnswer> KeepRefusalAsync(SentEntry sent, string distributionId, CounterUser user, EntryAnswer refused)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(refused);
        var closure = await distributions.AdmitLateAsync(distributionId);
        await ledger.LockAsync(sent.AccountId);
        if (Known(await records.FindAsync(sent.Id), sent, distributionId) is { } known)
        {
            return known;
        }

        var record = New(sent, distributionId, user, closure is not null);
        record.Refusal = refused.Sentence;
        await records.SaveAsync(record);
        return refused;
    }

    // A refusal stands: were it judged anew, what came after the lost answer would decide over what was before.
    private EntryAnswer? Known(CounterRecord? record, SentEntry sent, string distributionId) =>
        record is null ? null
        : record.ContentHash != HashOf(sent, distributionId) ? Refused(sent, S["This was sent before with other content, and that was not changed."])
        : record.Refusal is { } sentence ? Refused(sent, sentence)
        : new EntryAnswer(sent.Id, EntryAnswer.Again, Late: record.IsLate);

    private async Task<CounterAnswer> TakeAsync(CounterEntry entry, CounterUser user) =>
        entry.Kind == UndoDesk.Kind ? await undoing.UndoAsync(entry, user)
        : actions.FirstOrDefault(action => action.Kind == entry.Kind) is { } action ? await action.TakeAsync(entry)
        : new CounterAnswer.Refused(S["The counter does not know how to take this."]);

    private CounterRecord New(SentEntry sent, string distributionId, CounterUser user, bool isLate) => new()
    {
        EntryId = sent.Id,
        Kind = sent.Kind,
        AccountId = sent.AccountId,
        DistributionId = distributionId,
        Data = sent.Data.ToJsonString(),
        ContentHash = HashOf(sent, distributionId),
        UserId = user.Id,
        RecordedUtc = clock.UtcNow,
        PhoneTime = sent.PhoneTime,
        IsLate = isLate,
    };

    private static string? BankOf(CounterEntry entry, CounterAnswer.Taken taken) =>
        taken.Method == BuiltInMethods.Cheque ? OneLine.OrNull(entry.Data.Texts("details").GetValueOrDefault("cheque-bank")) : null;

    // The clock of a phone is no content: it may be put right between two tries.
    private static string HashOf(SentEntry sent, string distributionId) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', sent.Kind, sent.AccountId, distributionId, sent.Data.ToJsonString()))));

    private static EntryAnswer Refused(SentEntry sent, string sentence) => new(sent.Id, EntryAnswer.Refused, sentence);
}
