using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace Market.Payments.Books;

/// <summary>Whether the books held a moment ago: who asks often has the ledger summed once a minute, and one at a time.</summary>
public sealed class BooksHealthMemory(IClock clock) : IDisposable
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private (DateTime At, bool Holds)? _last;

    public async Task<bool> HoldAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_last is not { } last || clock.UtcNow - last.At >= Lifetime)
            {
                var state = await services.GetRequiredService<BooksHealth>().ReadAsync();
                _last = last = (clock.UtcNow, state.IsHealthy);
            }

            return last.Holds;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
