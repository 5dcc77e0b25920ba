using Market.Payments.Banking.Models;
using Market.Payments.Banking.Statements;
using OrchardCore.Documents;
using OrchardCore.Modules;

namespace Market.Payments.Banking.Transfers;

public sealed class BankData(IDocumentManager<BankState> documents, StatementStore statements, IClock clock) : IBankData
{
    public Task<BankState> GetAsync() => documents.GetOrCreateImmutableAsync();

    /// <summary>What was said last: by a coordinator, or by the last day of the bank's statements that were posted.</summary>
    public async Task<DateOnly?> GetLastDayAsync()
    {
        var said = await GetAsync();
        var (day, postedAt) = await statements.LastPostedAsync();
        return postedAt is { } at && !(said.SaidAt?.ToUnixTimeMilliseconds() > at) && !(said.LastDay > day) ? day : said.LastDay;
    }

    /// <summary>Keeps that all transfers up to a day are recorded. An earlier day than before is a correction, and counts.</summary>
    public async Task SayRecordedUpToAsync(DateOnly day)
    {
        var state = await documents.GetOrCreateMutableAsync();
        state.LastDay = day;
        state.SaidAt = clock.UtcNow;
        await documents.UpdateAsync(state);
    }
}
