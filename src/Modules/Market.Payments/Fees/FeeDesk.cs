using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Fees;

/// <summary>What people do with runs, each time in one unit of work.</summary>
public sealed class FeeDesk(IUnitOfWork work)
{
    public Task<FeeAnswer> PostAsync(FeeRequest request, string seen, string keyHash, string userId) =>
        RunAsync(books => books.PostAsync(request, seen, keyHash, userId));

    public Task<FeeAnswer> ApproveAsync(FeeRun run, string seen, string userId) => RunAsync(books => books.ApproveAsync(run, seen, userId));

    public Task<FeeAnswer> DeclineAsync(string runId, string reason, string userId) => RunAsync(books => books.EndAsync(runId, reason, userId));

    public Task<FeeAnswer> WithdrawAsync(string runId, string userId) => RunAsync(books => books.EndAsync(runId, declineReason: null, userId));

    public Task<FeeAnswer> UndoAsync(FeeRun run, string reason, DateOnly day, string userId) => RunAsync(books => books.UndoAsync(run, reason, day, userId));

    private Task<FeeAnswer> RunAsync(Func<FeeBooks, Task<FeeAnswer>> act) => work.RunAsync(
        services => act(services.GetRequiredService<FeeBooks>()),
        answer => answer.Outcome is FeeOutcome.Done);
}

/// <summary>Runs as they are asked for and shown.</summary>
public static class FeeRunExtensions
{
    public static Money AmountEach(this FeeRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new Money(run.MinorUnits, Currency.FromCode(run.CurrencyCode));
    }

    public static Money Total(this FeeRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.AmountEach() * run.Lines.Count;
    }

    public static FeeRequest ToRequest(this FeeRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new FeeRequest
        {
            Name = run.Name,
            Kind = Enum.Parse<OperationKind>(run.Kind),
            Amount = run.AmountEach(),
            OccurredOn = run.OccurredOn,
            AccountIds = [.. run.Lines.Select(line => line.AccountId)],
            BelowFloorToo = run.BelowFloorToo,
        };
    }
}
