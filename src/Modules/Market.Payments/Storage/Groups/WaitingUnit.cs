using OrchardCore.Environment.Shell.Scope;

namespace Market.Payments.Storage.Groups;

/// <summary>A short unit of work that waits for its turn. Whoever has a turn does all that wait, each as the one who asked for it.</summary>
internal abstract class WaitingUnit
{
    private readonly ExecutionContext? _asked = ExecutionContext.Capture();

    /// <summary>Whether somebody has begun with it.</summary>
    public bool IsTaken { get; set; }

    /// <summary>Whether it is done: kept and committed, or refused. If not, it is still to be done, by itself.</summary>
    public bool IsDone { get; set; }

    /// <summary>Does it in a scope that it shares.</summary>
    /// <returns>Whether it is to be kept.</returns>
    public Task<bool> RunAsync(ShellScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (_asked is null)
        {
            return WithinAsync(scope);
        }

        Task<bool>? run = null;
        ExecutionContext.Run(_asked, _ => run = WithinAsync(scope), null);
        return run!;
    }

    protected abstract Task<bool> AskAsync(IServiceProvider services);

    private Task<bool> WithinAsync(ShellScope scope)
    {
        UnitOfWork.Begin();
        scope.StartAsyncFlow();
        return AskAsync(scope.ServiceProvider);
    }
}

/// <inheritdoc/>
internal sealed class WaitingUnit<T>(Func<IServiceProvider, Task<T>> work, Func<T, bool> keep) : WaitingUnit
{
    /// <summary>What the work answered.</summary>
    public T Answer { get; private set; } = default!;

    protected override async Task<bool> AskAsync(IServiceProvider services)
    {
        Answer = await work(services);
        return keep(Answer);
    }
}
