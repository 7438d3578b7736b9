global using System.Net;
global using Mentoring.Shared;
global using Mentoring.Testing;
global using Shouldly;
global using Xunit;
