using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Stall.Books;
using Market.Stall.Tests.Fixtures;

namespace Market.Stall.Tests;

/// <summary>The memory never goes ahead of the disk.</summary>
public sealed class DiskTests : IDisposable
{
    private readonly BooksFolder _folder = new(Directory.CreateTempSubdirectory("market-stall-").FullName);

    [Fact]
    public async Task What_the_disk_did_not_take_was_never_posted_and_nothing_more_is_taken()
    {
        using var books = await OpenAsync();
        await books.PostAsync(ledger => ledger.PostAsync(Payment("first")));

        // The note cannot be replaced: a folder stands in its place.
        File.Delete(Path.Combine(_folder.Path, "operations.last"));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "operations.last", "taken"));
        await Assert.ThrowsAsync<BooksClosedException>(() => books.PostAsync(ledger => ledger.PostAsync(Payment("second"))));

        Assert.True(books.HasFailed);
        Assert.Equal(1, await books.LookAsync(store => store.Operations.Count));
        await Assert.ThrowsAsync<BooksClosedException>(() => books.PostAsync(ledger => ledger.PostAsync(Payment("third"))));

        // A new start reads what the disk holds, and the form that is sent again is recorded once.
        books.Dispose();
        Directory.Delete(Path.Combine(_folder.Path, "operations.last"), recursive: true);
        _folder.WriteNote(new LastLine(1, (await File.ReadAllLinesAsync(_folder.Operations, TestContext.Current.CancellationToken))[0][^66..^2]));
        using var again = await OpenAsync();
        Assert.IsType<PostingResult.AlreadyPosted>(await again.PostAsync(ledger => ledger.PostAsync(Payment("second"))));
        Assert.Equal(2, await again.LookAsync(store => store.Operations.Count));
    }

    [Fact]
    public void An_operation_is_written_in_one_piece_before_it_is_noted()
    {
        using var disk = new Disk();
        var noted = new List<(LastLine Note, int Writes)>();
        using var file = new OperationFile(disk, LastLine.None, note => noted.Add((note, disk.Writes)));
        var operation = BookFile.Operations(1)[0];

        file.Append(operation);

        Assert.Equal([(new LastLine(1, BookFile.NoteOf(BookFile.Lines([operation])).Seal), 1)], noted);
        Assert.Equal((1, 1), (disk.Writes, disk.Flushes));
    }

    [Fact]
    public void A_write_that_failed_is_the_last()
    {
        using var disk = new Disk { IsFull = true };
        using var file = new OperationFile(disk, LastLine.None, _ => Assert.Fail("Nothing was written."));
        Assert.Throws<IOException>(() => file.Append(BookFile.Operations(1)[0]));
        Assert.True(file.HasFailed);
        Assert.Equal(LastLine.None, file.Last);
    }

    public void Dispose() => Directory.Delete(_folder.Path, recursive: true);

    private static Posting Payment(string key) => new()
    {
        AccountId = "a",
        Kind = OperationKind.Payment,
        Amount = new Money(500, Currency.Euro),
        Method = "cash",
        OccurredOn = new DateOnly(2026, 11, 27),
        RecordedBy = "stall",
        IdempotencyKey = key,
    };

    private async Task<StallBooks> OpenAsync()
    {
        var terms = new Terms.StallTerms(_folder);
        terms.Set(["cash"], floor: null);
        var books = await StallBooks.OpenAsync(_folder, terms, TimeProvider.System);
        await books.OpenAccountAsync("a");
        return books;
    }

    private sealed class Disk : MemoryStream
    {
        public bool IsFull { get; init; }

        public int Writes { get; private set; }

        public int Flushes { get; private set; }

        public override void Write(byte[] buffer, int offset, int count)
        {
            Writes++;
            if (IsFull)
            {
                throw new IOException("No space left on device");
            }

            base.Write(buffer, offset, count);
        }

        public override void Flush() => Flushes++;
    }
}
