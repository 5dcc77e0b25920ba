using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Market.Bank.Identity;
using Market.Ledger.Amounts;
using Market.Payments.Banking.Indexes;

namespace Market.Payments.Banking.Statements;

/// <summary>Keeps files, statements and lines. What is to be changed is read once the head is locked.</summary>
public sealed class StatementStore(StatementTables tables)
{
    private static readonly string[] ImportColumns = [nameof(ImportRow.ImportId), nameof(ImportRow.FileName), nameof(ImportRow.FileKey), nameof(ImportRow.Form), nameof(ImportRow.ReadAt), nameof(ImportRow.ReadBy)];

    private static readonly string[] StatementColumns =
    [
        nameof(StatementRow.ImportId), nameof(StatementRow.Place), nameof(StatementRow.Account), nameof(StatementRow.Currency), nameof(StatementRow.FromDay),
        nameof(StatementRow.ToDay), nameof(StatementRow.Opening), nameof(StatementRow.Closing), nameof(StatementRow.Lines), nameof(StatementRow.Sum),
    ];

    private static readonly string[] LineColumns =
    [
        nameof(LineRow.LineId), nameof(LineRow.MovementId), nameof(LineRow.MovementKey), nameof(LineRow.ImportId), nameof(LineRow.Place), nameof(LineRow.Account),
        nameof(LineRow.Form), nameof(LineRow.BookedOn), nameof(LineRow.ValueOn), nameof(LineRow.Amount), nameof(LineRow.Text), nameof(LineRow.Reference),
        nameof(LineRow.EndToEndId), nameof(LineRow.Counterparty), nameof(LineRow.PayerHash), nameof(LineRow.PayerTail), nameof(LineRow.BankId),
        nameof(LineRow.IsReturn), nameof(LineRow.ReturnReason), nameof(LineRow.Movements), nameof(LineRow.State), nameof(LineRow.Why), nameof(LineRow.Tries), nameof(LineRow.Folded),
    ];

    public Task LockAsync() => tables.LockAsync();

    public async Task<ImportRow?> FindImportAsync(string importId) => (await tables.QueryAsync<ImportRow>($"SELECT * FROM {tables.Imports} WHERE [ImportId] = @importId", new { importId })).SingleOrDefault();

    public async Task<ImportRow?> FindImportByFileAsync(string fileKey) => (await tables.QueryAsync<ImportRow>($"SELECT * FROM {tables.Imports} WHERE [FileKey] = @fileKey", new { fileKey })).SingleOrDefault();

    /// <summary>The files that were read, the newest first.</summary>
    public async Task<IReadOnlyList<ImportRow>> ImportsAsync(int skip, int take) => await tables.QueryAsync<ImportRow>(tables.Paged("*", tables.Imports, "[ReadAt] DESC, [ImportId] DESC", skip, take));

    public async Task<int> CountImportsAsync() => (int)(await tables.QueryAsync<long>($"SELECT COUNT(*) FROM {tables.Imports}")).Single();

    public Task<IReadOnlyList<StatementRow>> StatementsAsync(string importId) => tables.QueryAsync<StatementRow>($"SELECT * FROM {tables.Statements} WHERE [ImportId] = @importId ORDER BY [Place]", new { importId });

    /// <summary>Those of files that were not undone, by account and day.</summary>
    public Task<IReadOnlyList<StatementRow>> LiveStatementsAsync() => tables.QueryAsync<StatementRow>(
        $"SELECT s.* FROM {tables.Statements} s INNER JOIN {tables.Imports} i ON i.[ImportId] = s.[ImportId] WHERE i.[UndoneAt] IS NULL ORDER BY s.[Account], s.[FromDay], s.[ToDay]");

    /// <summary>What the movements of all files come to, by what became of them and by whether money came in.</summary>
    public Task<IReadOnlyList<StateSum>> MovementsAsync() => tables.QueryAsync<StateSum>(
        $"SELECT [State], CASE WHEN [Amount] > 0 THEN 1 ELSE 0 END AS [IsIn], COUNT(*) AS [Count], SUM([Amount]) AS [Sum] FROM {tables.Lines} WHERE [State] NOT IN ('{LineState.Known}', '{LineState.Doubtful}') GROUP BY [State], CASE WHEN [Amount] > 0 THEN 1 ELSE 0 END");

    public async Task<int> CountAsync(LineState state) => (int)(await tables.QueryAsync<long>($"SELECT COUNT(*) FROM {tables.Lines} WHERE [State] = @state", new { state = state.ToString() })).Single();

    /// <summary>The posted lines of which a part is credited to nobody any more.</summary>
    public Task<IReadOnlyList<LineRow>> InPartAsync() => tables.QueryAsync<LineRow>(
        $"SELECT l.* FROM {tables.Lines} l WHERE l.[State] = @state AND l.[Amount] <> (SELECT SUM(s.[Amount]) FROM {tables.Shares} s WHERE s.[LineId] = l.[LineId]) ORDER BY l.[BookedOn]",
        new { state = nameof(LineState.Posted) });

    /// <summary>The last day of the files whose lines were posted, and when the last of them was.</summary>
    public async Task<(DateOnly? Day, long? PostedAt)> LastPostedAsync()
    {
        var row = (await tables.QueryAsync<LastPosted>(
            $"SELECT MAX(s.[ToDay]) AS [Day], MAX(i.[PostedAt]) AS [PostedAt] FROM {tables.Statements} s INNER JOIN {tables.Imports} i ON i.[ImportId] = s.[ImportId] WHERE i.[PostedAt] IS NOT NULL AND i.[UndoneAt] IS NULL")).Single();
        return (row.Day is { } day ? DateOnly.FromDayNumber((int)day) : null, row.PostedAt);
    }

    public async Task<LineRow?> FindLineAsync(string lineId) => (await tables.QueryAsync<LineRow>($"SELECT * FROM {tables.Lines} WHERE [LineId] = @lineId", new { lineId })).SingleOrDefault();

    public async Task<IReadOnlyList<LineRow>> FindLinesAsync(IReadOnlyCollection<string> lineIds)
    {
        var found = new List<LineRow>();
        foreach (var ids in lineIds.Chunk(500))
        {
            var parameters = new DynamicParameters();
            var names = ids.Select((id, place) =>
            {
                var name = FormattableString.Invariant($"id{place}");
                parameters.Add(name, id);
                return "@" + name;
            });
            found.AddRange(await tables.QueryAsync<LineRow>($"SELECT * FROM {tables.Lines} WHERE [LineId] IN ({string.Join(", ", names)})", parameters));
        }

        return found;
    }

    /// <summary>The newest movements of an amount, in or out, or that a text stands in.</summary>
    public Task<IReadOnlyList<LineRow>> SearchAsync(string text, long? amount, int most)
    {
        // Of marks alone nothing is left to search.
        var like = NameText.Fold(text).Length == 0 ? null : NameText.Pattern(text);
        return tables.QueryAsync<LineRow>(
            tables.Paged(
                "*",
                $"{tables.Lines} WHERE [State] <> '{LineState.Known}' AND ([Amount] = @amount OR [Amount] = -@amount OR [Folded] LIKE @like ESCAPE '!')",
                "[BookedOn] DESC, [ImportId], [Place]",
                0,
                most),
            new { amount, like });
    }

    /// <summary>The lines in a state, in the order of the bank's days.</summary>
    public Task<IReadOnlyList<LineRow>> InStateAsync(LineState state, string? importId = null) => tables.QueryAsync<LineRow>(
        $"SELECT * FROM {tables.Lines} WHERE [State] = @state{(importId is null ? string.Empty : " AND [ImportId] = @importId")} ORDER BY [BookedOn], [ImportId], [Place]",
        new { state = state.ToString(), importId });

    /// <summary>The lines that were posted and could come back: those since a day.</summary>
    public Task<IReadOnlyList<LineRow>> PostedSinceAsync(DateOnly day) => tables.QueryAsync<LineRow>(
        $"SELECT * FROM {tables.Lines} WHERE [State] = @state AND [BookedOn] >= @day ORDER BY [BookedOn] DESC", new { state = nameof(LineState.Posted), day = (long)day.DayNumber });

    /// <summary>A page of the lines of a file in its order, of a state or of all.</summary>
    public async Task<IReadOnlyList<LineRow>> OfImportAsync(string importId, LineState? state, int skip, int take) => await tables.QueryAsync<LineRow>(
        tables.Paged("*", $"{tables.Lines} WHERE [ImportId] = @importId{(state is null ? string.Empty : " AND [State] = @state")}", "[Place]", skip, take),
        new { importId, state = state?.ToString() });

    /// <summary>The movements of an account that files have shown on these days, each with all its showings.</summary>
    public async Task<IReadOnlyList<KnownMovement>> KnownAsync(string account, Currency currency, DateOnly from, DateOnly to)
    {
        var rows = await tables.QueryAsync<LineRow>(
            $"SELECT * FROM {tables.Lines} WHERE [Account] = @account AND [BookedOn] BETWEEN @from AND @to AND [State] <> @doubtful ORDER BY [BookedOn], [ImportId], [Place]",
            new { account, from = (long)from.DayNumber, to = (long)to.DayNumber, doubtful = nameof(LineState.Doubtful) });
        return [.. rows.GroupBy(row => row.MovementId, StringComparer.Ordinal)
            .Select(group => new KnownMovement(group.Key, [.. group.Select(row => new Showing(row.Form, row.ToLine(currency)))]))];
    }

    /// <summary>How many movements of an account are known of each day and amount.</summary>
    public async Task<Dictionary<(long Day, long Amount), int>> OrdinalsAsync(string account, DateOnly from, DateOnly to) =>
        (await tables.QueryAsync<LineRow>(
            $"SELECT [BookedOn], [Amount], COUNT(*) AS [Place] FROM {tables.Lines} WHERE [Account] = @account AND [BookedOn] BETWEEN @from AND @to AND [LineId] = [MovementId] AND [State] <> @doubtful GROUP BY [BookedOn], [Amount]",
            new { account, from = (long)from.DayNumber, to = (long)to.DayNumber, doubtful = nameof(LineState.Doubtful) }))
        .ToDictionary(row => (row.BookedOn, row.Amount), row => (int)row.Place);

    /// <summary>The key of a movement, of which there is one for each account, day, amount and place among equals.</summary>
    public static string KeyOf(string account, long day, long amount, int ordinal) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{account}|{day}|{amount}|{ordinal}"))));

    /// <summary>The key of a line that is no movement of its own.</summary>
    public static string KeyOf(string lineId) => "line:" + lineId;

    public async Task AddAsync(ImportRow import, IEnumerable<StatementRow> statements, IEnumerable<LineRow> lines)
    {
        await tables.InsertAsync(tables.Imports, ImportColumns, [[import.ImportId, import.FileName, import.FileKey, import.Form, import.ReadAt, import.ReadBy]]);
        await tables.InsertAsync(tables.Statements, StatementColumns, statements.Select(row =>
            (IReadOnlyList<object?>)[row.ImportId, row.Place, row.Account, row.Currency, row.FromDay, row.ToDay, row.Opening, row.Closing, row.Lines, row.Sum]));
        await tables.InsertAsync(tables.Lines, LineColumns, lines.Select(row => (IReadOnlyList<object?>)
        [
            row.LineId, row.MovementId, row.MovementKey, row.ImportId, row.Place, row.Account, row.Form, row.BookedOn, row.ValueOn, row.Amount, row.Text, row.Reference,
            row.EndToEndId, row.Counterparty, row.PayerHash, row.PayerTail, row.BankId, row.IsReturn, row.ReturnReason, row.Movements, row.State, row.Why, row.Tries, row.Fold(),
        ]));
    }

    /// <summary>Keeps what became of a line.</summary>
    public Task DecideAsync(LineRow line, LineState state, string userId, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(line);
        (line.State, line.DecidedBy, line.DecidedAt) = (state.ToString(), userId, at.ToUnixTimeMilliseconds());
        return tables.ExecuteAsync(
            $"UPDATE {tables.Lines} SET [State] = @State, [MovementId] = @MovementId, [MovementKey] = @MovementKey, [Arrival] = @Arrival, [Returns] = @Returns, [Reason] = @Reason, [DecidedBy] = @DecidedBy, [DecidedAt] = @DecidedAt, [Tries] = @Tries WHERE [LineId] = @LineId",
            line);
    }

    public Task AddShareAsync(ShareRow share) => tables.ExecuteAsync(
        $"INSERT INTO {tables.Shares} ([LineId], [AccountId], [OperationId], [Amount], [IsByHand]) VALUES (@LineId, @AccountId, @OperationId, @Amount, @IsByHand)", share);

    public Task RemoveSharesAsync(string lineId) => tables.ExecuteAsync($"DELETE FROM {tables.Shares} WHERE [LineId] = @lineId", new { lineId });

    public Task RemoveShareAsync(string operationId) => tables.ExecuteAsync($"DELETE FROM {tables.Shares} WHERE [OperationId] = @operationId", new { operationId });

    public Task<IReadOnlyList<ShareRow>> SharesAsync(string lineId) => tables.QueryAsync<ShareRow>($"SELECT * FROM {tables.Shares} WHERE [LineId] = @lineId", new { lineId });

    public Task<IReadOnlyList<ShareRow>> SharesOfImportAsync(string importId) => tables.QueryAsync<ShareRow>(
        $"SELECT s.* FROM {tables.Shares} s INNER JOIN {tables.Lines} l ON l.[LineId] = s.[LineId] WHERE l.[ImportId] = @importId", new { importId });

    public async Task<ShareRow?> FindShareAsync(string operationId) => (await tables.QueryAsync<ShareRow>($"SELECT * FROM {tables.Shares} WHERE [OperationId] = @operationId", new { operationId })).SingleOrDefault();

    /// <summary>The operations that lines show.</summary>
    public async Task<HashSet<string>> ShownOperationsAsync(DateOnly since) => (await tables.QueryAsync<string>(
        $"SELECT s.[OperationId] FROM {tables.Shares} s INNER JOIN {tables.Lines} l ON l.[LineId] = s.[LineId] WHERE l.[BookedOn] >= @since", new { since = (long)since.DayNumber })).ToHashSet(StringComparer.Ordinal);

    /// <summary>The slips and payouts that lines show.</summary>
    public async Task<HashSet<string>> ShownArrivalsAsync() => (await tables.QueryAsync<string>(
        $"SELECT [Arrival] FROM {tables.Lines} WHERE [Arrival] IS NOT NULL AND [State] = @state", new { state = nameof(LineState.Matched) })).ToHashSet(StringComparer.Ordinal);

    public async Task<bool> IsShownAsync(string arrival) => (await tables.QueryAsync<long>(
        $"SELECT COUNT(*) FROM {tables.Lines} WHERE [Arrival] = @arrival AND [State] = @state", new { arrival, state = nameof(LineState.Matched) })).Single() > 0;

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PayersAsync() => (await tables.QueryAsync<PayerRow>($"SELECT * FROM {tables.Payers}"))
        .GroupBy(row => row.PayerHash, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(row => row.AccountId)], StringComparer.Ordinal);

    public async Task LearnPayerAsync(string payerHash, string accountId)
    {
        if ((await tables.QueryAsync<long>($"SELECT COUNT(*) FROM {tables.Payers} WHERE [PayerHash] = @payerHash AND [AccountId] = @accountId", new { payerHash, accountId })).Single() == 0)
        {
            await tables.ExecuteAsync($"INSERT INTO {tables.Payers} ([PayerHash], [AccountId]) VALUES (@payerHash, @accountId)", new { payerHash, accountId });
        }
    }

    public Task KeepPostedAsync(string importId, DateTimeOffset at) => tables.ExecuteAsync(
        $"UPDATE {tables.Imports} SET [PostedAt] = @at WHERE [ImportId] = @importId AND [PostedAt] IS NULL", new { importId, at = at.ToUnixTimeMilliseconds() });

    public Task KeepUndoneAsync(string importId, string userId, DateTimeOffset at) => tables.ExecuteAsync(
        $"UPDATE {tables.Imports} SET [UndoneAt] = @at, [UndoneBy] = @userId, [FileKey] = @fileKey WHERE [ImportId] = @importId",
        new { importId, userId, at = at.ToUnixTimeMilliseconds(), fileKey = KeyOf(importId) });

    /// <summary>Takes the lines of a file away. What another file shows too is that file's now, and waits there.</summary>
    public async Task RemoveLinesAsync(string importId)
    {
        var others = await tables.QueryAsync<LineRow>(
            $"SELECT l.* FROM {tables.Lines} l INNER JOIN {tables.Lines} m ON m.[LineId] = l.[MovementId] WHERE m.[ImportId] = @importId AND l.[ImportId] <> @importId ORDER BY l.[ImportId], l.[Place]", new { importId });
        var keys = (await tables.QueryAsync<LineRow>($"SELECT * FROM {tables.Lines} WHERE [ImportId] = @importId", new { importId })).ToDictionary(row => row.LineId, row => row.MovementKey, StringComparer.Ordinal);
        await tables.ExecuteAsync($"DELETE FROM {tables.Lines} WHERE [ImportId] = @importId", new { importId });
        foreach (var showings in others.GroupBy(row => row.MovementId, StringComparer.Ordinal))
        {
            var heir = showings.First();
            await tables.ExecuteAsync($"UPDATE {tables.Lines} SET [MovementId] = @heir WHERE [MovementId] = @movement", new { heir = heir.LineId, movement = showings.Key });
            await tables.ExecuteAsync(
                $"UPDATE {tables.Lines} SET [State] = @state, [MovementKey] = @key, [Why] = NULL WHERE [LineId] = @heir",
                new { heir = heir.LineId, key = keys[showings.Key], state = nameof(LineState.Waiting) });
        }
    }

    /// <summary>Forgets who paid by lines of an account, and from where.</summary>
    public async Task ForgetAsync(string accountId)
    {
        await tables.ExecuteAsync(
            $"UPDATE {tables.Lines} SET [Text] = '', [Reference] = NULL, [EndToEndId] = NULL, [Counterparty] = NULL, [PayerHash] = NULL, [PayerTail] = NULL, [Folded] = NULL WHERE [MovementId] IN (SELECT [LineId] FROM {tables.Shares} WHERE [AccountId] = @accountId)",
            new { accountId });
        await tables.ExecuteAsync($"DELETE FROM {tables.Payers} WHERE [AccountId] = @accountId", new { accountId });
    }
}

/// <summary>How many lines are in a state.</summary>
public sealed class StateSum
{
    public string State { get; set; } = string.Empty;

    public long Count { get; set; }

    public decimal Sum { get; set; }

    public int IsIn { get; set; }
}

/// <summary>How far files are posted.</summary>
public sealed class LastPosted
{
    public long? Day { get; set; }

    public long? PostedAt { get; set; }
}
