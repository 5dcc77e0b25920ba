using System.Security.Cryptography;
using System.Text;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer<Market.Testing.TestOrder>]
[assembly: TestClassOrderer<Market.Testing.TestOrder>]
[assembly: TestMethodOrderer<Market.Testing.TestOrder>]
[assembly: TestCaseOrderer<Market.Testing.TestOrder>]

namespace Market.Testing;

/// <summary>
/// Shuffles the tests by their names, alike on every machine: xunit's own order follows the folder that the tests were built in, so that a
/// test which leans on the one before it fails elsewhere than where it was written. Another <c>TEST_ORDER</c> is another order.
/// </summary>
public sealed class TestOrder : ITestCollectionOrderer, ITestClassOrderer, ITestMethodOrderer, ITestCaseOrderer
{
    private static readonly string Seed = Environment.GetEnvironmentVariable("TEST_ORDER") ?? "";

    // A collection of one class has, after its name, a number that follows the folder as well.
    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections)
        where T : ITestCollection =>
        Shuffle(testCollections, collection => collection.TestCollectionDisplayName.Split(" (id:")[0]);

    public IReadOnlyCollection<T?> OrderTestClasses<T>(IReadOnlyCollection<T?> testClasses)
        where T : notnull, ITestClass =>
        Shuffle(testClasses, testClass => testClass?.TestClassName);

    public IReadOnlyCollection<T?> OrderTestMethods<T>(IReadOnlyCollection<T?> testMethods)
        where T : notnull, ITestMethod =>
        Shuffle(testMethods, method => method?.MethodName);

    public IReadOnlyCollection<T> OrderTestCases<T>(IReadOnlyCollection<T> testCases)
        where T : notnull, ITestCase =>
        Shuffle(testCases, test => test.TestCaseDisplayName);

    private static List<T> Shuffle<T>(IEnumerable<T> items, Func<T, string?> name) =>
        [.. items.OrderBy(item => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Seed + name(item)))), StringComparer.Ordinal)];
}
