using System.Text.Json;
using Market.Payments.Storage;
using OrchardCore.Modules;
using YesSql;

namespace Market.Payments.Outbox;

/// <summary>The rows of the outbox. All but the reading works in the session's transaction, which somebody else commits.</summary>
public sealed class OutboxTable(ISession session, LedgerTables tables, PreparedCommands commands, IClock clock)
{
    public long NowMs => new DateTimeOffset(clock.UtcNow, TimeSpan.Zero).ToUnixTimeMilliseconds();

    public Task AddAsync(MarketEvent marketEvent, string eventId) => InsertAsync(new OutboxRow
    {
        EventId = eventId,
        Name = marketEvent.Name,
        AccountId = marketEvent.AccountId,
        CorrelationId = marketEvent.CorrelationId,
        Payload = JsonSerializer.Serialize(marketEvent.Values),
        Chain = OutboxChain.Length,
    });

    /// <summary>Has a workflow go on that waits on an activity.</summary>
    /// <param name="workflowId">The workflow.</param>
    /// <param name="activityName">The activity.</param>
    /// <param name="chain">How many events led to where it waits.</param>
    public Task AddResumeAsync(string workflowId, string activityName, int chain) =>
        InsertAsync(new OutboxRow { EventId = workflowId, Name = activityName, WorkflowId = workflowId, Chain = chain });

    /// <summary>The ids of the workflows that are to go on.</summary>
    public Task<IReadOnlyList<string>> ListResumesAsync() =>
        tables.QueryAsync<string>(session, $"SELECT [WorkflowId] FROM {tables.Outbox} WHERE [WorkflowId] IS NOT NULL");

    /// <summary>What is due, the oldest first.</summary>
    public Task<IReadOnlyList<OutboxRow>> ListDueAsync(int count) => tables.QueryAsync<OutboxRow>(
        session,
        tables.Paged(
            "[Id], [EventId], [Name], [AccountId], [WorkflowId], [CorrelationId], [Payload], [DueMs], [Tries], [Chain]",
            $"{tables.Outbox} WHERE [DueMs] <= @now",
            "[DueMs], [Id]",
            0,
            count),
        new { now = NowMs });

    /// <summary>Whether a row that somebody took is still theirs to tell.</summary>
    public async Task<bool> HoldsAsync(OutboxRow row) =>
        (await tables.QueryAsync<long>(session, $"SELECT [Id] FROM {tables.Outbox} WHERE [Id] = @id AND [DueMs] = @due", new { id = row.Id, due = row.DueMs })).Count == 1;

    /// <summary>Takes a row as it was seen until a time.</summary>
    /// <returns>Whether nobody else took it first.</returns>
    public async Task<bool> TakeAsync(OutboxRow row, long until) => await ExecuteAsync(
        $"UPDATE {tables.Outbox} SET [DueMs] = @until, [Tries] = [Tries] + 1 WHERE [Id] = @id AND [DueMs] = @due",
        new { until, id = row.Id, due = row.DueMs }) == 1;

    /// <summary>Takes out what is told.</summary>
    /// <returns>Whether it was still the caller's.</returns>
    public async Task<bool> RemoveAsync(OutboxRow row) => await ExecuteAsync(
        $"DELETE FROM {tables.Outbox} WHERE [Id] = @id AND [DueMs] = @due", new { id = row.Id, due = row.DueMs }) == 1;

    /// <summary>Has a row that got on wait again, behind what is due already.</summary>
    /// <returns>Whether it was still the caller's.</returns>
    public async Task<bool> RenewAsync(OutboxRow row, TimeSpan pause, int chain) => await ExecuteAsync(
        $"UPDATE {tables.Outbox} SET [CreatedMs] = @now, [DueMs] = @next, [Tries] = 0, [Chain] = @chain WHERE [Id] = @id AND [DueMs] = @due",
        new { now = NowMs, next = NowMs + (long)pause.TotalMilliseconds, chain, id = row.Id, due = row.DueMs }) == 1;

    /// <summary>Has a row that failed wait.</summary>
    public Task PostponeAsync(OutboxRow row, TimeSpan pause) => ExecuteAsync(
        $"UPDATE {tables.Outbox} SET [DueMs] = @next WHERE [Id] = @id AND [DueMs] = @due",
        new { next = NowMs + (long)pause.TotalMilliseconds, id = row.Id, due = row.DueMs });

    private Task<int> InsertAsync(OutboxRow row) => commands.ExecuteAsync(
        $"""
        INSERT INTO {tables.Outbox} ([EventId], [Name], [AccountId], [WorkflowId], [CorrelationId], [Payload], [CreatedMs], [DueMs], [Tries], [Chain])
        VALUES (@EventId, @Name, @AccountId, @WorkflowId, @CorrelationId, @Payload, @now, @now, 0, @Chain)
        """,
        ("EventId", row.EventId),
        ("Name", row.Name),
        ("AccountId", row.AccountId),
        ("WorkflowId", row.WorkflowId),
        ("CorrelationId", row.CorrelationId),
        ("Payload", row.Payload),
        ("now", NowMs),
        ("Chain", row.Chain));

    private async Task<int> ExecuteAsync(string sql, object parameters) =>
        await tables.ExecuteAsync(await session.BeginTransactionAsync(), sql, parameters);
}
