using Market.Payments.Banking.Models;
using OrchardCore.Documents;
using OrchardCore.Modules;

namespace Market.Payments.Banking.Transfers;

public sealed class BankData(IDocumentManager<BankState> documents, IClock clock) : IBankData
{
    public Task<BankState> GetAsync() => documents.GetOrCreateImmutableAsync();

    public async Task<DateOnly?> GetLastDayAsync() => (await GetAsync()).LastDay;

    /// <summary>Keeps that all transfers up to a day are recorded. An earlier day than before is a correction, and counts.</summary>
    public async Task SayRecordedUpToAsync(DateOnly day)
    {
        var state = await documents.GetOrCreateMutableAsync();
        state.LastDay = day;
        state.SaidAt = clock.UtcNow;
        await documents.UpdateAsync(state);
    }
}
