using Market.Payments.Banking.Indexes;
using Market.Payments.Banking.Statements;
using OrchardCore.Entities;
using OrchardCore.Modules;

namespace Market.Payments.Banking.Tables;

/// <summary>Keeps a table between two pages: its owner's, and a day at most.</summary>
public sealed class UploadStore(StatementTables tables, IIdGenerator ids, IClock clock)
{
    /// <summary>The largest table that is taken.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task<string> KeepAsync(Stream file, string fileName, string userId)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var content = new MemoryStream();
        file.Position = 0;
        await file.CopyToAsync(content);
        var now = new DateTimeOffset(clock.UtcNow);
        var row = new UploadRow
        {
            UploadId = ids.GenerateUniqueId(),
            UserId = userId,
            FileName = LineRow.Cut(Path.GetFileName(fileName), ImportRow.MaxNameLength) ?? string.Empty,
            At = now.ToUnixTimeMilliseconds(),
            Content = Convert.ToBase64String(content.GetBuffer(), 0, (int)content.Length),
        };
        await tables.ExecuteAsync($"DELETE FROM {tables.Uploads} WHERE [At] < @before", new { before = (now - Kept).ToUnixTimeMilliseconds() });
        await tables.ExecuteAsync(
            $"INSERT INTO {tables.Uploads} ([UploadId], [UserId], [FileName], [At], [Content]) VALUES (@UploadId, @UserId, @FileName, @At, @Content)", row);
        return row.UploadId;
    }

    /// <summary>The table that this user chose.</summary>
    public async Task<(string FileName, MemoryStream Content)?> FindAsync(string uploadId, string userId) =>
        (await tables.QueryAsync<UploadRow>($"SELECT * FROM {tables.Uploads} WHERE [UploadId] = @uploadId AND [UserId] = @userId", new { uploadId, userId })) is [var row]
            ? (row.FileName, new MemoryStream(Convert.FromBase64String(row.Content)))
            : null;

    public Task RemoveAsync(string uploadId) => tables.ExecuteAsync($"DELETE FROM {tables.Uploads} WHERE [UploadId] = @uploadId", new { uploadId });
}
